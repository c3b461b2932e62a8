import { describe, expect, it } from "vitest";

import { parseDocument, textOf } from "../../src/render/document.ts";
import { renderTemplate } from "../../src/render/engine.ts";
import { makeHelpers } from "../../src/render/helpers/index.ts";
import { phrasesIn } from "./phrases-in.ts";

const show = (text: string, context: object, locale = "en-US"): string => {
  const helpers = makeHelpers({ phrases: phrasesIn(locale), timezone: "America/New_York" });
  return textOf(parseDocument(renderTemplate({ name: "t", file: "t.hbs", text }, [], context, helpers)));
};
const value = (given: unknown, unit: string | null = null) => ({ v: given, unit });

describe("render/helpers", () => {
  it.each([
    ["{{number v unit}}", value(1234.567), "en-US", "1,234.57"],
    ["{{number v unit}}", value(12.5, "%"), "en-US", "12.5%"],
    ["{{number v unit}}", value(12.5, "%"), "es", "12,5\u00A0%"],
    ["{{number v unit}}", value(-1200, "$"), "en-US", "-$1,200"],
    ["{{number v unit}}", value(41, "visits"), "en-US", "41 visits"],
    ["{{number v unit}}", value(-0), "en-US", "0"],
    ["{{number v unit}}", value(null), "en-US", "–"],
    ["{{change v unit}}", value(4, "visits"), "en-US", "up 4 visits"],
    ["{{change v unit}}", value(-2.5, "%"), "en-US", "down 2.5 points"],
    ["{{change v unit}}", value(1, "%"), "en-US", "up 1 point"],
    ["{{change v unit}}", value(0.000_01), "en-US", "up 0.00001"],
    ["{{change v unit}}", value(0.1 + 0.2 - 0.3), "en-US", "no change"],
    ["{{change v unit}}", value(-1, "days"), "en-US", "down 1 day"],
    ["{{about v unit}}", value(10.333, "visits"), "en-US", "10.3 visits"],
    ["{{about v unit}}", value(null), "en-US", "–"],
    ["{{change v unit}}", value(null), "en-US", "–"],
    [
      "{{link v}}!",
      value({ title: "The ride home was not trusted.", url: null }),
      "en-US",
      "The ride home was not trusted!",
    ],
    ["{{link v}}!", value({ title: "And then…", url: null }), "en-US", "And then…!"],
    ["{{day v}}", value("2026-11-16"), "en-US", "Nov 16, 2026"],
    ["{{day v}}", value("2026-11-16"), "en-GB", "16 Nov 2026"],
    ["{{day v}}", value(null), "en-US", ""],
    // The tests' zone is New York's, where it is still the day before.
    ["{{day v}}", value("2026-11-16T03:00:00.000Z"), "en-US", "Nov 15, 2026"],
    ["{{day v}}", value("2026-11-16T12:00:00.000Z"), "en-US", "Nov 16, 2026"],
    ["{{bar v}}", value(0.5), "en-US", "▓▓▓▓▓░░░░░"],
    ["{{bar v}}", value(-3), "en-US", "░░░░░░░░░░"],
    ["{{bar v}}", value(7), "en-US", "▓▓▓▓▓▓▓▓▓▓"],
    ["{{bar v}}", value(null), "en-US", ""],
    ['{{plural v "item" "items"}}', value(1), "en-US", "1 item"],
    ['{{plural v "item" "items"}}', value(1200), "en-US", "1,200 items"],
    ['{{plural v "item" "items"}}', value([]), "en-US", "0 items"],
    ["{{sentence v}}", value("Seen twice"), "en-US", "Seen twice."],
    ["{{sentence v}}", value("Seen twice?”"), "en-US", "Seen twice?”"],
    ["{{short v 10}}", value("seven tw and"), "en-US", "seven tw…"],
    ["{{count v}}", value([1, 2]), "en-US", "2"],
    ["{{count (last v 0)}}", value([1, 2]), "en-US", "0"],
    ["{{count (last v 9)}}", value([1, 2]), "en-US", "2"],
  ])("%s of %j in %s is “%s”", (text, context, locale, expected) => {
    expect(show(text, context, locale)).toBe(expected);
  });

  it("draws the last twelve values, and a flat line in the middle", () => {
    const points = (values: readonly number[]) => ({
      v: values.map((number) => ({ date: "2026-01-01", value: number })),
    });

    expect(show("{{sparkline v}}", points([0, 1, 2, 3, 4, 5, 6, 7]))).toBe("▁▂▃▄▅▆▇█");
    expect(show("{{sparkline v}}", points([5, 5, 5]))).toBe("▄▄▄");
    expect(show("{{sparkline v}}", points(Array.from({ length: 30 }, (_, index) => index)))).toHaveLength(12);
    expect(show("{{sparkline v}}", points([5]))).toBe("");
  });

  it.each([
    [{ pace: "on" }, "on pace"],
    [{ pace: "ahead" }, "ahead of pace"],
    [{ pace: "behind" }, "behind pace"],
    [{ pace: "behind", due: "2026-11-15", overdue: true }, "was due Nov 15, 2026, not there yet"],
    [{ pace: "too-early" }, "too early to tell"],
    [{ pace: "ahead", reached: true, due: "2026-11-15" }, "target reached"],
    [{ pace: "no-data", gap: "no-due", reached: true }, "target reached"],
    [{ pace: "no-data", gap: "no-target", reached: null }, "can't tell: no target"],
    [{ pace: "on", direction: "hold", reached: true }, "holding its level"],
    [{ pace: "behind", direction: "hold", reached: false }, "away from its level"],
    [{ pace: "no-data", direction: "hold", gap: "no-result", reached: null }, "no result yet"],
  ])("puts the pace %j in words", (given, expected) => {
    const goal = {
      reached: false,
      gap: null,
      due: "2026-12-31",
      direction: "increase",
      overdue: false,
      ...given,
    };

    expect(show("{{pace goal}}", { goal })).toBe(expected);
  });

  it("says what a result did since, or that it can't tell yet", () => {
    const stretch = (mean: number) => ({ mean, points: 2, from: "2026-01-01", to: "2026-02-01" });
    const insight = (before: number | null, after: number | null, toward: boolean | null) => ({
      insight: {
        countedFrom: "noted",
        unit: "%",
        movement: {
          since: "2026-02-12",
          before: before && stretch(before),
          after: after && stretch(after),
          difference: null,
          toward,
        },
      },
    });

    expect(show("{{movement insight}}", insight(31, 19, true))).toBe(
      "Since it was noted (Feb 12, 2026), the result went from about 31% to 19%, toward the target.",
    );
    expect(show("{{movement insight}}", insight(31, 31.01, false))).toContain("about the same.");
    expect(show("{{movement insight}}", insight(31, null, null))).toContain("Can't tell yet");
    expect(
      show("{{movement insight}}", { insight: { countedFrom: "noted", unit: null, movement: null } }),
    ).toContain("Can't tell yet");
  });

  it("picks from lists", () => {
    const context = {
      list: [
        { v: "a", on: true },
        { v: "b", on: false },
        { v: "c", on: true },
      ],
    };

    expect(show('{{#each (first (where list "on") 1)}}{{v}}{{/each}}', context)).toBe("a");
    expect(show('{{#each (rest (where list "on") 1)}}{{v}}{{/each}}', context)).toBe("c");
    expect(show('{{#each (where list "v" "b")}}{{v}}{{/each}}', context)).toBe("b");
    expect(
      show("{{#if (and list (not (eq list.length 4)))}}yes{{/if}}{{#if (or false 0)}}no{{/if}}", context),
    ).toBe("yes");
  });
});
