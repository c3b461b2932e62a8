import type { Day } from "../../domain/types.ts";
import { splitText } from "../../lib/text.ts";

/** A title with more than this is cut in a list, where it only has to be recognised. */
const listedTitle = 60;

/** `“A”`, `“A” and “B”`, `“A”, “B”, “C” and 4 more`. */
export function someTitles(titles: readonly string[], most = 3): string {
  const named = titles.slice(0, most).map((title) => `“${shortTitle(title)}”`);
  const rest = titles.length - named.length;
  const last = rest > 0 ? `${rest} more` : named.pop();
  return named.length === 0 ? (last ?? "") : `${named.join(", ")} and ${last}`;
}

/** One line, cut between words where it is long. */
export function shortTitle(title: string): string {
  const line = title.replaceAll(/\s+/gu, " ").trim();
  if (line.length <= listedTitle) return line;
  const cut = splitText(line, listedTitle - 1)[0] ?? "";
  const space = cut.lastIndexOf(" ");
  return `${(space > listedTitle / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/u, "")}…`;
}

const thisYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
const anyYear = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** `24 October`, with the year when it is not today's. */
export function spokenDay(day: Day, today: Day): string {
  const format = day.slice(0, 4) === today.slice(0, 4) ? thisYear : anyYear;
  return format.format(new Date(`${day}T12:00:00Z`));
}

/** `1 day`, `12 days`, `40 days`; whole weeks from six weeks on, as people say them. */
export function spokenDays(days: number): string {
  if (days === 1) return "1 day";
  return days < 42 ? `${days} days` : `${Math.round(days / 7)} weeks`;
}
