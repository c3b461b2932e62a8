import type { Change, ComposedReport, Piece, PresentPiece, PresentReport } from "../adapters/types.ts";
import { textOf } from "./piece-text.ts";

/** Longest quotation in a line of the plan, in characters. */
const quoteLength = 60;

/** The line for a report that is not there yet. A place that keeps reports whole has no lines to count. */
export function describeCreation(report: ComposedReport): string {
  const lines = countPieces(report.pieces);
  return `+ new report “${clip(report.title)}”${lines === 0 ? "" : `: ${count(lines, "line")}`}`;
}

/** One readable line a change. */
export function describeChange(change: Change, present: PresentReport): string {
  if (change.do === "set-fields") return `~ ${change.fields.map((field) => field.name).join(", ")}`;
  if (change.do === "insert") return describeInsert(change, present.pieces);
  const old = findPiece(present.pieces, change.id);
  if (change.do === "update")
    return `~ ${describeDifference(old ? textOf(old.content) : "", textOf(change.piece.content))}`;
  const lines = old ? countPieces([old]) : 1;
  return `- “${old ? nameOf(old) : change.id}”${lines > 1 ? ` (${lines} lines)` : ""}`;
}

function describeInsert(change: Extract<Change, { do: "insert" }>, known: readonly PresentPiece[]): string {
  const anchor = change.after === null ? null : findPiece(known, change.after);
  const parent = change.parent === null ? null : findPiece(known, change.parent);
  const where = anchor ? `after “${nameOf(anchor)}”` : "at the start";
  const lines = countPieces(change.pieces);
  const [first] = change.pieces;
  const what = lines === 1 && first ? `“${nameOf(first)}”` : count(lines, "line");
  return `+ ${parent ? `in “${nameOf(parent)}”, ` : ""}${where}: ${what}`;
}

/** The line about what stays because a person touched it; none when there is nothing to say. */
export function describeKept(kept: number): readonly string[] {
  if (kept === 0) return [];
  return [`= ${count(kept, "line")} a person edited ${kept === 1 ? "stays" : "stay"}`];
}

/** `Home visits … 12 → 13`: how the line begins, and the words that change. */
function describeDifference(old: string, wanted: string): string {
  const [before, after] = [old.split(/\s+/u), wanted.split(/\s+/u)];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;

  const middle = (words: readonly string[]): string =>
    clip(words.slice(head, words.length - tail).join(" ")) || "(nothing)";
  const lead = after.slice(0, Math.min(head, 4)).join(" ");
  if (middle(before) === middle(after)) return `“${clip(wanted)}” (how it looks)`;
  return `${lead ? `${clip(lead)} … ` : ""}${middle(before)} → ${middle(after)}`;
}

function countPieces(pieces: readonly (Piece | PresentPiece)[]): number {
  return pieces.reduce((sum, piece) => sum + 1 + countPieces(piece.children), 0);
}

function findPiece(pieces: readonly PresentPiece[], id: string): PresentPiece | null {
  for (const piece of pieces) {
    const found = piece.id === id ? piece : findPiece(piece.children, id);
    if (found) return found;
  }
  return null;
}

/** What a person would call the piece: its text, or that of the first thing in it that has one, or its type. */
function nameOf(piece: Piece | PresentPiece): string {
  return clip(firstText(piece) || piece.type.replaceAll("_", " "));
}

function firstText(piece: Piece | PresentPiece): string {
  const own = textOf(piece.content);
  if (own) return own;
  for (const child of piece.children) {
    const text = firstText(child);
    if (text) return text;
  }
  return "";
}

function clip(text: string): string {
  const signs = Array.from(text);
  return signs.length <= quoteLength ? text : `${signs.slice(0, quoteLength - 1).join("")}…`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
