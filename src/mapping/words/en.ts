import type { Sentences, Words } from "../../lib/languages.ts";
import { say } from "../../lib/say.ts";

/** What reading notes say, and what stands in for a title that is not there. */
export const en = {
  unknownType: ({ type }) => say`Could not be read: this version does not know columns of type “${type}”`,
  unlikeType: ({ type }) => say`Could not be read: the value does not look like one of type “${type}”`,
  unknownForm: () => "Could not be read: the value is of a form that this version does not know",
  noDate: () => "Could not be read: the date could not be understood",
  notComputed: ({ service, what, code }) =>
    say`Could not be read: ${service} could not compute this ${what}${code === "" ? "" : say` (${code})`}`,
  notWritten: ({ service }) => say`Could not be read: ${service}'s AI has not finished this text`,
  partsUnread: ({ count }) =>
    say`${count === 1 ? "1 part of the page" : say`${count} parts of the page`} could not be read, so something may be missing here.`,
  emptyRows: ({ count }) =>
    count === 1 ? "1 empty row was left out." : say`${count} empty rows were left out.`,
  readTwice: ({ table }) => say`This row was already read from ${table}, so it counts there only.`,
  noTitle: ({ kind }) => say`This ${kind} has no title, so nobody can tell it from others. Give it one.`,
  untitled: ({ kind }) => say`(untitled ${kind})`,
  noKind: ({ shown, known }) => {
    const found = shown === "" ? "This column is empty" : say`“${shown}” is no kind that the config lists`;
    const wanted = known === "" ? "List it" : say`Write ${eitherOf(known)}, or list it`;
    return say`${found}, so the row was not taken as a learning item. ${wanted} in the config under kind.`;
  },
  noOutcome: ({ shown }) =>
    say`“${shown}” is no outcome that the config lists, so the hypothesis counts as open. Write held, partly, failed or open, or list it in the config under outcomes.`,
  noWhen: ({ shown }) =>
    say`“${shown}” does not say whether the review comes before or after the work. Write before or after.`,
  wrongValue: ({ shown, wanted, example }) =>
    say`“${shown}” could not be read here; write ${valueOf(wanted, example)}.`,
  wrongColumn: ({ held, wanted }) =>
    say`Holds ${holding[String(held)]}, and ${valueOf(wanted, "")} is needed here. Map another column, or leave this field out.`,
  eitherDay: ({ shown, one, other }) =>
    say`“${shown}” may mean ${one} or ${other}. Write it as one of these.`,
  noLinks: ({ held, wanted }) =>
    say`Holds a ${inCell[String(held)]}, and should link to ${rowOf(wanted)}. Map a column of links, or of titles.`,
  wrongRow: ({ kind, title, wanted }) =>
    say`Links to the ${kind} “${title}”, and should link to ${rowOf(wanted)}. The link was left out.`,
  severalRows: ({ shown, count }) =>
    say`“${shown}” is the title of ${count} rows, so it is not clear which one is meant. Use a link, or make the titles differ.`,
  unknownAddress: ({ shown }) =>
    say`${shown} is not one of the rows that were read. If it should count, map its table in the config and share it with the connection.`,
  unknownTitle: ({ shown, wanted }) =>
    say`“${shown}” matches no title. Write the exact title, key or address of ${rowOf(wanted)}.`,
  nearTitle: ({ shown, near }) => say`“${shown}” matches no title. Did you mean “${near}”?`,
  unknownId: ({ id }) =>
    say`Links to a row (${id}) that was not read: its table is not mapped in the config, not shared with the connection, or the row was skipped.`,
  moreLinks: () => "Holds more links than could be read, so some may be missing here.",
  optionsGone: ({ entry, gone, options }) =>
    say`${entry} in the config names what is no option of this column now: ${gone}. It has: ${options}. Put the names of today into the config.`,
  optionGone: ({ name, likely }) =>
    say`“${name}”${likely === "" ? "" : say` (was it renamed to “${likely}”?)`}`,
  options: ({ shown, more }) => (more === 0 ? say`${shown}` : say`${shown} and ${more} more`),
  noOptions: () => "none yet",
} as const satisfies Sentences<string>;

export type NoteName = keyof typeof en;

type Value = Words[string] | undefined;

/** `Insight or Lesson` */
function eitherOf(words: Value): string {
  return typeof words === "object" ? words.join(" or ") : String(words);
}

/** `an insight`, `a learning item or an event` */
function rowOf(wanted: Value): string {
  if (wanted === "itemOrEvent") return "a learning item or an event";
  if (wanted === "item") return "a learning item";
  return say`${/^[aeio]/u.test(String(wanted)) ? "an" : "a"} ${wanted}`;
}

function valueOf(wanted: Value, example: Value): string {
  return wanted === "typedNumber"
    ? say`one number, such as ${example} or 12 %`
    : (values[String(wanted)] ?? String(wanted));
}

const values: Readonly<Record<string, string>> = {
  number: "a number",
  date: "a date, such as 2026-11-16",
  people: "people or names",
  flag: "yes or no",
};

const holding: Readonly<Record<string, string>> = {
  boolean: "a tick box",
  date: "a date",
  people: "people",
  links: "links",
};

const inCell: Readonly<Record<string, string>> = { boolean: "tick box", date: "date", people: "person" };
