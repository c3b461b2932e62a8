import { itemKinds, type UnresolvedLink } from "../domain/types.ts";
import type { LinkIndex, Match, Target, TargetKind } from "./link-index.ts";
import { excerpt } from "./normalise.ts";
import { note, type Place } from "./types.ts";

export interface ReadLinks {
  /** Each target once, in the cell's order. */
  readonly ids: readonly string[];
  readonly unresolved: readonly UnresolvedLink[];
}

/** What each link field may point at. */
const targets = {
  goal: new Set<TargetKind>(["goal"]),
  event: new Set<TargetKind>(["event"]),
  question: new Set<TargetKind>(["question"]),
  hypothesis: new Set<TargetKind>(["hypothesis"]),
  review: new Set<TargetKind>(["review"]),
  insight: new Set<TargetKind>(["insight"]),
  item: new Set<TargetKind>(itemKinds),
  itemOrEvent: new Set<TargetKind>([...itemKinds, "event"]),
} as const satisfies Record<string, ReadonlySet<TargetKind>>;

export type LinkTo = keyof typeof targets;

/** Reads a cell whose values are other rows. What cannot be followed is noted and, where it may hide something, listed. */
export function readLinks(place: Place, index: LinkIndex, field: string, to: LinkTo): ReadLinks {
  const cell = place.row.cells[field];
  if (cell === undefined || cell.kind === "empty") return noLinks;
  const links = collect(place, index, field, targets[to]);
  switch (cell.kind) {
    case "links":
      for (const id of cell.ids) links.addId(id);
      if (!cell.complete) links.addIncomplete();
      return links.result();
    case "text":
      links.addText(cell.text);
      return links.result();
    case "options":
      for (const name of cell.names) links.addText(name);
      return links.result();
    case "number":
      links.addText(String(cell.value));
      return links.result();
    case "unreadable":
      links.addUnreadable(cell.reason);
      return links.result();
    case "boolean":
    case "date":
    case "people":
      note(
        place,
        field,
        `Holds a ${kindNames[cell.kind]}, and should link to ${describe(targets[to])}. Map a column of links, or of titles.`,
      );
      return noLinks;
  }
}

const noLinks: ReadLinks = { ids: [], unresolved: [] };
const kindNames = { boolean: "tick box", date: "date", people: "person" } as const;

function collect(place: Place, index: LinkIndex, field: string, allowed: ReadonlySet<TargetKind>) {
  const ids = new Set<string>();
  const unresolved: UnresolvedLink[] = [];
  const miss = (reason: UnresolvedLink["reason"], shown: string, message: string): void => {
    unresolved.push({ field, reason, shown });
    note(place, field, message);
  };
  const wrongKind = (target: Target): void =>
    note(
      place,
      field,
      `Links to the ${target.kind} “${excerpt(target.title)}”, and should link to ${describe(allowed)}. The link was left out.`,
    );
  const take = (text: string, match: Match): void => {
    const shown = excerpt(text);
    if (match.found === "one") ids.add(match.target.id);
    if (match.found === "wrong-kind") wrongKind(match.target);
    if (match.found === "several")
      miss(
        "no-match",
        shown,
        `“${shown}” is the title of ${match.count} rows, so it is not clear which one is meant. Use a link, or make the titles differ.`,
      );
    if (match.found !== "none") return;
    if (/^https?:\/\//u.test(text.trim())) {
      miss(
        "not-read",
        shown,
        `${shown} is not one of the rows that were read. If it should count, map its table in the config and share it with the connection.`,
      );
      return;
    }
    const near = index.nearMiss(text, allowed);
    const hint =
      near === null
        ? `Write the exact title, key or address of ${describe(allowed)}.`
        : `Did you mean “${excerpt(near)}”?`;
    miss("no-match", shown, `“${shown}” matches no title. ${hint}`);
  };
  return {
    addId(id: string): void {
      const target = index.byId(id);
      if (target === undefined)
        miss(
          "not-read",
          id,
          `Links to a row (${id}) that was not read: its table is not mapped in the config, not shared with the connection, or the row was skipped.`,
        );
      // The row's own id, not the cell's copy of it: 100,000 links need not keep one each.
      else if (allowed.has(target.kind)) ids.add(target.id);
      else wrongKind(target);
    },
    addText(text: string): void {
      for (const [part, match] of split(text, (part) => index.match(part, allowed))) take(part, match);
    },
    addIncomplete(): void {
      miss("incomplete", "more links", "Holds more links than could be read, so some may be missing here.");
    },
    addUnreadable(reason: string): void {
      miss("not-read", excerpt(reason), `Could not be read: ${reason}`);
    },
    result: (): ReadLinks => ({ ids: [...ids], unresolved }),
  };
}

/** The links typed into one cell: the whole text when it matches, else each line, else the parts between commas. */
export function split(text: string, match: (part: string) => Match): [string, Match][] {
  const whole = text.trim();
  if (whole === "") return [];
  const asOne = match(whole);
  if (asOne.found !== "none") return [[whole, asOne]];
  const lines = whole
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.flatMap((line) => {
    const matched = lines.length === 1 ? asOne : match(line);
    return matched.found === "none" ? splitAtCommas(line, match) : [[line, matched] as [string, Match]];
  });
}

/** Titles may hold commas themselves, so the longest run of parts that matches is taken first. */
function splitAtCommas(line: string, match: (part: string) => Match): [string, Match][] {
  const parts = line.split(", ");
  const nothing: [string, Match][] = [[line, { found: "none" }]];
  if (parts.length === 1 || parts.length > mostParts) return nothing;
  const found: [string, Match][] = [];
  for (let start = 0; start < parts.length;) {
    let end = parts.length;
    let matched = match(parts.slice(start, end).join(", "));
    while (matched.found === "none" && end > start + 1) {
      end -= 1;
      matched = match(parts.slice(start, end).join(", "));
    }
    found.push([parts.slice(start, end).join(", "), matched]);
    start = end;
  }
  return found.some(([, matched]) => matched.found !== "none") ? found : nothing;
}

/** A cell of prose is not a list of links; trying every run of its parts would only be slow. */
const mostParts = 40;

function describe(allowed: ReadonlySet<TargetKind>): string {
  if (allowed.size > itemKinds.length) return "a learning item or an event";
  if (allowed.size === itemKinds.length) return "a learning item";
  const [kind = "goal"] = allowed;
  return `${/^[aeio]/u.test(kind) ? "an" : "a"} ${kind}`;
}
