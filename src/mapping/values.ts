import type { Cell } from "../adapters/types.ts";
import { dayInZone, isDay } from "../domain/day.ts";
import type { Day, Instant, Person } from "../domain/types.ts";
import { dateReader, type ReadDate } from "./dates.ts";
import type { LinkIndex } from "./link-index.ts";
import { excerpt, fold } from "./normalise.ts";
import { fractionToPercent, numberReader, type ReadNumber } from "./numbers.ts";
import { columnName, note, noteUnreadable, type Place } from "./types.ts";
import { noValues, yesValues } from "./value-lists.ts";

/** How this team writes numbers and dates, made once a run. */
export interface Conventions {
  readonly locale: string;
  readonly number: (text: string) => ReadNumber | null;
  readonly date: (text: string) => ReadDate | null;
  readonly dayOf: (instant: Instant) => Day | null;
}

/** @param timezone IANA zone in which times of day become days. */
export function conventions(locale: string, timezone: string): Conventions {
  return { locale, number: numberReader(locale), date: dateReader(locale), dayOf: dayInZone(timezone) };
}

/** Any cell as text: links and people by their names. Null when empty. */
export function readText(place: Place, field: string, index: LinkIndex): string | null {
  const cell = place.row.cells[field];
  return cell === undefined ? null : presence(cellText(place, field, cell, index));
}

function cellText(place: Place, field: string, cell: Cell, index: LinkIndex): string {
  switch (cell.kind) {
    case "empty":
      return "";
    case "text":
      return cell.text;
    case "number":
      return cell.percent ? `${fractionToPercent(cell.value)} %` : String(cell.value);
    // A ticked box says its column's name: "Done", "Active".
    case "boolean":
      return cell.value ? columnName(place.table, field) : "";
    case "date":
      return cell.end === null ? cell.start : `${cell.start} – ${cell.end}`;
    case "options":
      return cell.names.join(", ");
    case "people":
      return cell.people.flatMap((person) => person.name ?? []).join(", ");
    case "links":
      return cell.ids.flatMap((id) => index.byId(id)?.title ?? []).join(", ");
    case "unreadable":
      noteUnreadable(place, field, cell.reason);
      return "";
  }
}

export function readNumber(place: Place, field: string, { number, locale }: Conventions): ReadNumber | null {
  const cell = place.row.cells[field];
  if (cell === undefined || cell.kind === "empty") return null;
  if (cell.kind === "number") {
    if (!Number.isFinite(cell.value)) return wrong(place, field, String(cell.value), "number");
    return { value: cell.percent ? fractionToPercent(cell.value) : cell.value, percent: cell.percent };
  }
  const text = plainText(place, field, cell, "number");
  if (text === null) return null;
  const example = new Intl.NumberFormat(locale).format(1234.5);
  return number(text) ?? wrong(place, field, text, "typedNumber", example);
}

export interface ReadDays {
  readonly start: Day;
  /** Equals `start` for a single day. */
  readonly end: Day;
}

export function readDays(place: Place, field: string, { date, dayOf }: Conventions): ReadDays | null {
  const cell = place.row.cells[field];
  if (cell === undefined || cell.kind === "empty") return null;
  if (cell.kind === "date") {
    const start = toDay(cell.start, dayOf);
    if (start === null) return wrong(place, field, cell.start, "date");
    const end = cell.end === null ? null : toDay(cell.end, dayOf);
    return { start, end: end !== null && end > start ? end : start };
  }
  const text = plainText(place, field, cell, "date");
  if (text === null) return null;
  const [first = text, last] = text.split(/ → | – | to /u);
  const start = typedDay(place, field, first, date, dayOf);
  if (start === null) return null;
  const end = last === undefined ? start : typedDay(place, field, last, date, dayOf);
  return { start, end: end !== null && end > start ? end : start };
}

function typedDay(
  place: Place,
  field: string,
  text: string,
  date: Conventions["date"],
  dayOf: Conventions["dayOf"],
): Day | null {
  const instant = toDay(text.trim(), dayOf);
  if (instant !== null) return instant;
  const read = date(text);
  if (read === null) return wrong(place, field, text, "date");
  if ("day" in read) return read.day;
  const [one, other] = read.either;
  note(place, field, "eitherDay", { shown: excerpt(text), one, other });
  return null;
}

/** A day as it stands, or the zone's day of an instant with an offset; an instant without one keeps its own day. */
function toDay(text: string, dayOf: Conventions["dayOf"]): Day | null {
  if (isDay(text)) return text;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u.test(text)) return null;
  if (/(?:Z|[-+]\d{2}:?\d{2})$/u.test(text)) return dayOf(text);
  return isDay(text.slice(0, 10)) ? text.slice(0, 10) : null;
}

export function readPeople(place: Place, field: string, index: LinkIndex): readonly Person[] {
  const cell = place.row.cells[field];
  if (cell === undefined) return [];
  switch (cell.kind) {
    case "people":
      return cell.people.map(({ id, name }) => ({ id, name }));
    case "links":
      return cell.ids.map((id) => ({ id, name: index.byId(id)?.title ?? null }));
    case "options":
      return cell.names.map(byName);
    case "text":
      return cell.text
        .split(/\n|, |; /u)
        .map((name) => name.trim())
        .filter(Boolean)
        .map(byName);
    case "empty":
      return [];
    case "unreadable":
      noteUnreadable(place, field, cell.reason);
      return [];
    case "number":
    case "boolean":
    case "date":
      wrong(place, field, cellText(place, field, cell, index), "people");
      return [];
  }
}

/** A tick box, or a word that means yes or no. Empty and unreadable mean no. */
export function readFlag(place: Place, field: string): boolean {
  const cell = place.row.cells[field];
  if (cell === undefined || cell.kind === "empty") return false;
  if (cell.kind === "boolean") return cell.value;
  const text = plainText(place, field, cell, "flag");
  if (text === null) return false;
  const word = fold(text) || text;
  if (yesValues.has(word)) return true;
  if (!noValues.has(word)) wrong(place, field, text, "flag");
  return false;
}

/**
 * A word of a known list: option or text.
 * @returns null when empty; `meaning` is null when the word is on no list (the caller says what would work).
 */
export function readWord<Meaning extends string>(
  place: Place,
  field: string,
  lists: Readonly<Partial<Record<Meaning, ReadonlySet<string>>>>,
  index: LinkIndex,
): { readonly meaning: Meaning | null; readonly shown: string } | null {
  const cell = place.row.cells[field];
  if (cell === undefined) return null;
  const words = cell.kind === "options" ? cell.names : [cellText(place, field, cell, index)];
  const shown = words.join(", ").trim();
  if (shown === "") return null;
  const meanings = Object.entries(lists) as [Meaning, ReadonlySet<string>][];
  for (const word of words) {
    const meaning = meanings.find(([, list]) => list.has(fold(word)))?.[0];
    if (meaning !== undefined) return { meaning, shown };
  }
  return { meaning: null, shown };
}

/** What should stand in a cell; `typedNumber` comes with an example in the team's way of writing. */
type Wanted = "number" | "typedNumber" | "date" | "people" | "flag";

/** Cells that hold words as text; any other kind is noted. Null when empty or noted. */
function plainText(place: Place, field: string, cell: Cell, wanted: Wanted): string | null {
  if (cell.kind === "text") return presence(cell.text);
  if (cell.kind === "options") return presence(cell.names.join(", "));
  if (cell.kind === "number") return String(cell.value);
  if (cell.kind === "unreadable") {
    noteUnreadable(place, field, cell.reason);
    return null;
  }
  if (cell.kind === "empty") return null;
  note(place, field, "wrongColumn", { held: cell.kind, wanted });
  return null;
}

function wrong(place: Place, field: string, found: string, wanted: Wanted, example = ""): null {
  note(place, field, "wrongValue", { shown: excerpt(found), wanted, example });
  return null;
}

function presence(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === "" ? null : trimmed;
}

function byName(name: string): Person {
  return { id: name, name };
}
