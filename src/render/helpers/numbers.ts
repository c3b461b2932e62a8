import { type AmountFormats, type FormatAmount, isSymbol } from "../amounts.ts";
import type { TemplateHelpers } from "../engine.ts";
import { HelperError, type Markdown } from "../markdown-value.ts";
import type { Say } from "./say.ts";
import { asFields, asList, asNumber, asText } from "./values.ts";

const barWidth = 10;
const sparks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;
/** A year of months; more would be dust. */
const sparkPoints = 12;

/** `number`, `about`, `change`, `symbol`, `plural`, `bar`, `sparkline`. */
export function numberHelpers(say: Say, { exact, about }: AmountFormats): TemplateHelpers {
  const amount = (name: string, format: FormatAmount): TemplateHelpers => ({
    [name]: ([value, unit]) => {
      const number = asNumber(value, name);
      return number === null ? say("unknown") : format(number, asText(unit, name));
    },
  });
  return {
    ...amount("number", exact),
    ...amount("about", about),
    change: ([value, unit]) => {
      const change = asNumber(value, "change");
      return change === null ? say("unknown") : describeChange(change, asText(unit, "change"), say, exact);
    },
    symbol: ([unit]) => {
      const text = asText(unit, "symbol");
      return text !== null && isSymbol(text) ? text : null;
    },
    plural: ([count, singular, plural]) => {
      const number = Array.isArray(count) ? count.length : (asNumber(count, "plural") ?? 0);
      const word = asText(number === 1 ? singular : plural, "plural");
      if (word === null || plural === undefined)
        throw new HelperError(
          '{{plural …}} takes a number or list and two words: {{plural items "item" "items"}}.',
        );
      return `${exact(number, null)} ${word}`;
    },
    bar: ([fraction]) => {
      const number = asNumber(fraction, "bar");
      return number === null ? "" : drawBar(number);
    },
    sparkline: ([points]) => drawSparkline(asList(points, "sparkline").map(valueOf)),
  };
}

/** A difference of percentages is counted in points: 31 % to 19 % is down 12 points, not down 12 %. */
function describeChange(change: number, unit: string | null, say: Say, format: FormatAmount): Markdown {
  const size = format(Math.abs(change), null);
  if (size === format(0, null)) return say("change.none");
  const amount =
    unit === "%"
      ? // What is written decides: 0.999 shows as 1 point.
        say("change.points", { amount: size, count: size === format(1, null) ? 1 : 2 })
      : format(Math.abs(change), unit === "" ? null : unit);
  return say(change > 0 ? "change.up" : "change.down", { amount });
}

function drawBar(fraction: number): string {
  const full = Math.round(Math.min(1, Math.max(0, fraction)) * barWidth);
  return "▓".repeat(full) + "░".repeat(barWidth - full);
}

function valueOf(point: unknown): number {
  return asNumber(asFields(point, "sparkline", ["value"])?.value, "sparkline") ?? 0;
}

/** Nothing below two values: one bar has no shape. */
function drawSparkline(values: readonly number[]): string {
  const shown = values.slice(-sparkPoints);
  if (shown.length < 2) return "";
  const lowest = Math.min(...shown);
  const span = Math.max(...shown) - lowest;
  return shown
    .map((value) => sparks[span === 0 ? 3 : Math.round(((value - lowest) / span) * 7)] ?? "")
    .join("");
}
