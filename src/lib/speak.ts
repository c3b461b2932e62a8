import { splitText } from "./text.ts";

/** A value that every language puts in its own words (`putInWords`); until then it stays what it is. Days are `YYYY-MM-DD`. */
export type Spoken =
  | { readonly speak: "day"; readonly day: string; readonly today: string }
  | { readonly speak: "month"; readonly day: string }
  | { readonly speak: "days"; readonly days: number }
  | { readonly speak: "titles"; readonly titles: readonly string[]; readonly most: number };

/** A title with more than this is cut in a list, where it only has to be recognised. */
const listedTitle = 60;

/** `“A”`, `“A” and “B”`, `“A”, “B”, “C” and 4 more`. */
export function someTitles(titles: readonly string[], most = 3): Spoken {
  return { speak: "titles", titles, most };
}

/** `24 October`, with the year when it is not today's. */
export function spokenDay(day: string, today: string): Spoken {
  return { speak: "day", day, today };
}

/** `October` */
export function spokenMonth(day: string): Spoken {
  return { speak: "month", day };
}

/** `1 day`, `12 days`, `40 days`; whole weeks from six weeks on, as people say them. */
export function spokenDays(days: number): Spoken {
  return { speak: "days", days };
}

/** One line, cut between words where it is long. */
export function shortTitle(title: string): string {
  const line = title.replaceAll(/\s+/gu, " ").trim();
  if (line.length <= listedTitle) return line;
  const cut = splitText(line, listedTitle - 1)[0] ?? "";
  const space = cut.lastIndexOf(" ");
  return `${(space > listedTitle / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/u, "")}…`;
}
