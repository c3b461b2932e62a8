import type { Piece, PresentPiece } from "../adapters/types.ts";
import type { Comparer } from "./compare.ts";

/** For every wanted piece, the index of the present piece that takes its place, or null. Ascending. */
export type Seats = readonly (number | null)[];

/**
 * Finds which of our present pieces are which wanted ones: the order-keeping pairing that saves most, and of several
 * equally good ones the one that seats the earliest wanted piece earliest. Takes time and memory in proportion to
 * the product of the two lengths, after the unchanged ends are set aside.
 * @param ours pieces of this job's own making, edited or not, in their order.
 */
export function align(wanted: readonly Piece[], ours: readonly PresentPiece[], compare: Comparer): Seats {
  const seats: (number | null)[] = wanted.map(() => null);
  const head = sameHead(wanted, ours, compare);
  const tail = sameTail(wanted.slice(head), ours.slice(head), compare);
  for (let i = 0; i < head; i += 1) seats[i] = i;
  for (let i = 1; i <= tail; i += 1) seats[wanted.length - i] = ours.length - i;

  const middle = alignMiddle(
    wanted.slice(head, wanted.length - tail),
    ours.slice(head, ours.length - tail),
    compare,
  );
  for (const [i, j] of middle.entries()) if (j !== null) seats[head + i] = head + j;
  return seatRewritten(seats, wanted, ours);
}

function sameHead(wanted: readonly Piece[], ours: readonly PresentPiece[], compare: Comparer): number {
  let length = 0;
  for (const [i, piece] of wanted.entries()) {
    const present = ours[i];
    if (!present || !compare.identical(piece, present)) break;
    length += 1;
  }
  return length;
}

/**
 * Only pieces that occur once may be set aside from the end: of two equal lines the first is the one to keep, and
 * that has to come out the same whether or not the rest has been written yet.
 */
function sameTail(wanted: readonly Piece[], ours: readonly PresentPiece[], compare: Comparer): number {
  let length = 0;
  while (length < wanted.length && length < ours.length) {
    const piece = wanted[wanted.length - 1 - length];
    const present = ours[ours.length - 1 - length];
    if (!piece || !present || !compare.identical(piece, present)) break;
    if (ours.filter((other) => compare.identical(piece, other)).length > 1) break;
    if (wanted.filter((other) => compare.identical(other, present)).length > 1) break;
    length += 1;
  }
  return length;
}

function alignMiddle(wanted: readonly Piece[], ours: readonly PresentPiece[], compare: Comparer): Seats {
  const width = ours.length + 1;
  const worth = new Int32Array(wanted.length * width);
  // best[i, j]: the most that can be saved by pairing wanted[i…] with ours[j…].
  const best = new Int32Array((wanted.length + 1) * width);
  const at = (table: Int32Array, i: number, j: number): number => table[i * width + j] ?? 0;

  for (const [i, piece] of [...wanted.entries()].reverse()) {
    for (let j = ours.length - 1; j >= 0; j -= 1) {
      const present = ours[j];
      const gain = present ? compare.worth(piece, present) : 0;
      worth[i * width + j] = gain;
      const paired = gain === 0 ? 0 : gain + at(best, i + 1, j + 1);
      best[i * width + j] = Math.max(at(best, i + 1, j), at(best, i, j + 1), paired);
    }
  }

  let next = 0;
  return wanted.map((_, i) => {
    const target = at(best, i, next);
    for (let j = next; j < ours.length; j += 1) {
      const gain = at(worth, i, j);
      if (gain === 0 || gain + at(best, i + 1, j + 1) !== target) continue;
      next = j + 1;
      return j;
    }
    return null;
  });
}

/**
 * A line that a person rewrote in words of their own is no longer like anything, but it still stands where ours
 * stood. So where, between two seated pieces, the seatless wanted pieces and the seatless edited ones are one for
 * one of the same types, and nothing of ours is on its way out, each takes the seat. Where it is not that clear the
 * wanted piece is written: a line twice is a smaller harm than a goal that is missing.
 */
function seatRewritten(seats: Seats, wanted: readonly Piece[], ours: readonly PresentPiece[]): Seats {
  const result = [...seats];
  for (const gap of gapsOf(seats, ours.length)) {
    const left = ours.slice(gap.from, gap.to);
    if (left.length === 0 || left.some((piece) => !piece.edited)) continue;
    const types = new Set(left.map((piece) => piece.type));
    const seatless = gap.wanted.filter((i) => types.has(wanted[i]?.type ?? ""));
    if (seatless.length !== left.length) continue;
    if (seatless.some((i, k) => wanted[i]?.type !== left[k]?.type)) continue;
    for (const [k, i] of seatless.entries()) result[i] = gap.from + k;
  }
  return result;
}

interface Gap {
  /** Indexes of seatless wanted pieces. */
  readonly wanted: readonly number[];
  /** The present pieces between the seated neighbours: `from` inclusive, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

function gapsOf(seats: Seats, end: number): readonly Gap[] {
  const gaps: Gap[] = [];
  let wanted: number[] = [];
  let from = 0;
  for (const [i, seat] of [...seats, end].entries()) {
    if (seat === null) {
      wanted.push(i);
      continue;
    }
    if (wanted.length > 0) gaps.push({ wanted, from, to: seat });
    wanted = [];
    from = seat + 1;
  }
  return gaps;
}
