import type { Change, ComposedReport, Piece, PresentPiece, PresentReport } from "../adapters/types.ts";
import { align, type Seats } from "./align.ts";
import { createComparer, isHeading, type Comparer } from "./compare.ts";

export interface ReportPlan {
  /** To be carried out one by one, in this order. Stopping after any of them and planning anew ends the same. */
  readonly changes: readonly Change[];
  /** Pieces that stand only because of what a person did to them or put into them. */
  readonly kept: number;
  readonly unchanged: boolean;
}

/**
 * Works out the smallest set of changes that makes a present report show what is wanted, without touching anything
 * that a person wrote or edited. Pure; equal input gives an equal plan.
 *
 * What is there is one of three things. *Ours, untouched*: updated in place or removed. *Ours, edited by a person*:
 * stays as it is, in the place of the wanted piece that it stands for. *Theirs*: stays; ours go around it.
 */
export function planChanges(wanted: ComposedReport, present: PresentReport): ReportPlan {
  const draft: Draft = { changes: [], removals: [], kept: 0, compare: createComparer() };
  planLevel(draft, null, wanted.pieces, present.pieces);

  const fields = wanted.fields.filter((field) => field.content !== (present.fields[field.name] ?? ""));
  const changes: readonly Change[] = [
    ...draft.changes,
    // New before old goes: a reader who comes while we write sees a line twice rather than not at all.
    ...draft.removals,
    // The numbers beside the body speak of the body, so they follow it.
    ...(fields.length > 0 ? [{ do: "set-fields", fields } as const] : []),
  ];
  return { changes, kept: draft.kept, unchanged: changes.length === 0 };
}

/** Whether a piece and all below it are as we wrote them, so that taking it away takes nothing from anybody. */
export function isUntouched(piece: PresentPiece): boolean {
  return piece.ours && !piece.edited && piece.children.every(isUntouched);
}

interface Draft {
  readonly changes: Change[];
  readonly removals: Change[];
  kept: number;
  readonly compare: Comparer;
}

/** One list of siblings first, then what is below each: so a killed run leaves whole lists rather than deep halves. */
function planLevel(
  draft: Draft,
  parent: string | null,
  wanted: readonly Piece[],
  present: readonly PresentPiece[],
): void {
  const ours = present.filter((piece) => piece.ours);
  const seats = align(wanted, ours, draft.compare);
  const seated = new Set(seats.flatMap((seat) => (seat === null ? [] : [ours[seat]])));

  planInserts(draft, { parent, wanted, present, ours, seats, seated });
  const pairs = seats.flatMap((seat, i) => {
    const [piece, there] = [wanted[i], seat === null ? undefined : ours[seat]];
    return piece && there ? [{ piece, there }] : [];
  });
  for (const { piece, there } of pairs) {
    const same = piece.type === there.type && piece.content === there.content;
    if (same) continue;
    if (there.edited) draft.kept += 1;
    else draft.changes.push({ do: "update", id: there.id, piece });
  }
  for (const piece of ours) {
    if (seated.has(piece)) continue;
    if (isUntouched(piece)) draft.removals.push({ do: "remove", id: piece.id });
    else draft.kept += 1;
  }
  for (const { piece, there } of pairs)
    if (piece.type === there.type) planLevel(draft, there.id, piece.children, there.children);
}

interface Level {
  readonly parent: string | null;
  readonly wanted: readonly Piece[];
  readonly present: readonly PresentPiece[];
  readonly ours: readonly PresentPiece[];
  readonly seats: Seats;
  readonly seated: ReadonlySet<PresentPiece | undefined>;
}

/** Wanted pieces without a seat, in runs: each run is one change. */
function planInserts(draft: Draft, level: Level): void {
  let before: PresentPiece | null = null;
  let run: Piece[] = [];
  const flush = (): void => {
    if (run.length === 0) return;
    draft.changes.push({
      do: "insert",
      parent: level.parent,
      after: anchorAfter(level, before),
      pieces: run,
    });
    run = [];
  };
  for (const [i, piece] of level.wanted.entries()) {
    const seat = level.seats[i] ?? null;
    if (seat === null) {
      run.push(piece);
      continue;
    }
    flush();
    before = level.ours[seat] ?? null;
  }
  flush();
}

/**
 * Where a run goes that follows `before`: behind what people put right after that piece, since a note belongs to the
 * line above it; but in the place of a piece of ours that goes, and not under a heading that somebody else wrote.
 */
function anchorAfter(level: Level, before: PresentPiece | null): string | null {
  let at = before ? level.present.indexOf(before) : -1;
  for (let next = level.present[at + 1]; next; next = level.present[at + 1]) {
    if (level.seated.has(next) || isUntouched(next) || isHeading(next)) break;
    at += 1;
  }
  return level.present[at]?.id ?? null;
}
