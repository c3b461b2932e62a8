import { DateTime } from "luxon";

import { amountFormats } from "../amounts.ts";
import type { Chart } from "../charts/index.ts";
import type { TemplateHelpers } from "../engine.ts";
import type { Phrases } from "../phrases.ts";
import { chartHelpers, chartWords } from "./charts.ts";
import { judgementHelpers } from "./judgements.ts";
import { listHelpers } from "./lists.ts";
import { numberHelpers } from "./numbers.ts";
import { messageHelpers, sayIn } from "./say.ts";
import { textHelpers } from "./text.ts";
import { asText } from "./values.ts";

export interface HelperSettings {
  readonly phrases: Phrases;
  /** Takes the charts that a template asks for, in their order; left out where none are shown. */
  readonly charts?: Chart[];
}

/** Every helper a template may use (docs/templates.md). */
export function makeHelpers({ phrases, charts = [] }: HelperSettings): TemplateHelpers {
  const { locale, language } = phrases;
  const say = sayIn(phrases);
  const formats = amountFormats(locale);
  const day = (date: string): string =>
    DateTime.fromISO(date, { zone: "utc", locale }).toLocaleString(DateTime.DATE_MED);
  return {
    ...listHelpers,
    ...messageHelpers(say),
    ...textHelpers(say, language),
    ...numberHelpers(say, formats),
    ...judgementHelpers(say, formats, day),
    ...chartHelpers(chartWords(phrases), locale, charts),
    day: ([date]) => {
      const text = asText(date, "day");
      return text === null ? "" : day(text);
    },
  };
}
