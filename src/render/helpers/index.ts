import { amountFormats } from "../amounts.ts";
import type { Chart } from "../charts/index.ts";
import type { TemplateHelpers } from "../engine.ts";
import type { Phrases } from "../phrases.ts";
import { chartHelpers, chartWords } from "./charts.ts";
import { dayHelpers, daySayer } from "./days.ts";
import { judgementHelpers } from "./judgements.ts";
import { listHelpers } from "./lists.ts";
import { numberHelpers } from "./numbers.ts";
import { messageHelpers, sayIn } from "./say.ts";
import { textHelpers } from "./text.ts";

export interface HelperSettings {
  readonly phrases: Phrases;
  /** IANA zone in which a moment becomes a day. */
  readonly timezone: string;
  /** Takes the charts that a template asks for, in their order; left out where none are shown. */
  readonly charts?: Chart[];
}

/** Every helper a template may use (docs/templates.md). */
export function makeHelpers({ phrases, timezone, charts = [] }: HelperSettings): TemplateHelpers {
  const { locale, language } = phrases;
  const say = sayIn(phrases);
  const formats = amountFormats(locale);
  const sayDay = daySayer(locale, timezone);
  return {
    ...listHelpers,
    ...messageHelpers(say),
    ...textHelpers(say, language),
    ...numberHelpers(say, formats),
    ...judgementHelpers(say, formats, sayDay),
    ...chartHelpers(chartWords(phrases), locale, charts),
    ...dayHelpers(sayDay),
  };
}
