import type { Unreadable } from "../adapters/types.ts";
import { itemKinds, type UnresolvedLink } from "../domain/types.ts";
import type { LinkIndex, Match, Target, TargetKind } from "./link-index.ts";
import { excerpt } from "./normalise.ts";
import { note, noteUnreadable, type Place } from "./types.ts";
import type { NoteName } from "./words/en.ts";

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
  const links = collect(place, index, field, to);
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
      note(place, field, "noLinks", { held: cell.kind, wanted: to });
      return noLinks;
  }
}

const noLinks: ReadLinks = { ids: [], unresolved: [] };

function collect(place: Place, index: LinkIndex, field: string, wanted: LinkTo) {
  const allowed = targets[wanted];
  const ids = new Set<string>();
  const unresolved: UnresolvedLink[] = [];
  const miss = (
    reason: UnresolvedLink["reason"],
    shown: string,
    message: NoteName,
    values: Readonly<Record<string, string | number>> = {},
  ): void => {
    unresolved.push({ field, reason, shown });
    note(place, field, message, values);
  };
  const wrongKind = ({ kind, title }: Target): void =>
    note(place, field, "wrongRow", { kind, title: excerpt(title), wanted });
  const take = (text: string, match: Match): void => {
    const shown = excerpt(text);
    if (match.found === "one") ids.add(match.target.id);
    if (match.found === "wrong-kind") wrongKind(match.target);
    if (match.found === "several") miss("no-match", shown, "severalRows", { shown, count: match.count });
    if (match.found !== "none") return;
    if (/^https?:\/\//u.test(text.trim())) {
      miss("not-read", shown, "unknownAddress", { shown });
      return;
    }
    const near = index.nearMiss(text, allowed);
    if (near === null) miss("no-match", shown, "unknownTitle", { shown, wanted });
    else miss("no-match", shown, "nearTitle", { shown, near: excerpt(near) });
  };
  return {
    addId(id: string): void {
      const target = index.byId(id);
      if (target === undefined) miss("not-read", id, "unknownId", { id });
      // The row's own id, not the cell's copy of it: 100,000 links need not keep one each.
      else if (allowed.has(target.kind)) ids.add(target.id);
      else wrongKind(target);
    },
    addText(text: string): void {
      for (const [part, match] of split(text, (part) => index.match(part, allowed))) take(part, match);
    },
    addIncomplete(): void {
      miss("incomplete", "more links", "moreLinks");
    },
    addUnreadable(reason: Unreadable): void {
      unresolved.push({ field, reason: "not-read", shown: "" });
      noteUnreadable(place, field, reason);
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
