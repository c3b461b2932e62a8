import { DateTime } from "luxon";

import type { TemplateHelpers } from "../engine.ts";
import { HelperError } from "../markdown-value.ts";
import { asText } from "./values.ts";

/** `Nov 16, 2026` of a day `2026-11-16`, or of a moment in ISO 8601, which is shown as the day it is in the team's zone. */
export type SayDay = (date: string) => string;

/**
 * @param timezone IANA zone of the team.
 * @throws HelperError for what is neither day nor moment.
 */
export function daySayer(locale: string, timezone: string): SayDay {
  return (date) => {
    // A day is the same everywhere; only a moment has a zone.
    const zone = date.includes("T") ? timezone : "utc";
    const when = parse(date, zone, locale);
    if (when === null)
      throw new HelperError(`{{day …}} takes a day such as 2026-11-16, and this is “${date}”.`);
    return when.toLocaleString(DateTime.DATE_MED);
  };
}

function parse(date: string, zone: string, locale: string): DateTime | null {
  // A time alone would be taken for one of the day on the machine's clock.
  if (!/^\d{4}-\d\d-\d\d(?:T|$)/.test(date)) return null;
  try {
    const when: DateTime = DateTime.fromISO(date, { zone, locale });
    // Whether Luxon throws or answers so is a setting of the whole process.
    return when.isValid ? when : null;
  } catch {
    return null;
  }
}

/** `day`. */
export function dayHelpers(sayDay: SayDay): TemplateHelpers {
  return {
    day: ([date]) => {
      const text = asText(date, "day");
      return text === null ? "" : sayDay(text);
    },
  };
}
