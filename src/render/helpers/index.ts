import { DateTime } from "luxon";

import type { Chart } from "../charts/index.ts";
import type { TemplateHelpers } from "../engine.ts";
import type { Words } from "../words.ts";
import { chartHelpers } from "./charts.ts";
import { judgementHelpers } from "./judgements.ts";
import { listHelpers } from "./lists.ts";
import { amountFormats, numberHelpers } from "./numbers.ts";
import { textHelpers } from "./text.ts";
import { asText } from "./values.ts";

export interface HelperSettings {
  readonly words: Words;
  readonly locale: string;
  /** The report's day. */
  readonly today: string;
  /** Takes the charts that a template asks for, in their order; left out where none are shown. */
  readonly charts?: Chart[];
}

/** Every helper a template may use (docs/templates.md). */
export function makeHelpers({ words, locale, today, charts = [] }: HelperSettings): TemplateHelpers {
  const formats = amountFormats(locale);
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const day = (date: string): string =>
    DateTime.fromISO(date, { zone: "utc", locale }).toLocaleString(DateTime.DATE_MED);
  return {
    ...listHelpers,
    ...textHelpers(words, (parts) => list.format(parts)),
    ...numberHelpers(words, formats.exact),
    ...judgementHelpers(words, formats, day, today),
    ...chartHelpers(words.chart, locale, charts),
    day: ([date]) => {
      const text = asText(date, "day");
      return text === null ? "" : day(text);
    },
  };
}
