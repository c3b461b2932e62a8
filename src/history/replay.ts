import type { RunLine } from "./line.ts";
import { applyDelta, copyState, emptyState, type GrowingState } from "./state.ts";

/** A line with the state after it. */
export interface ReplayedLine {
  readonly line: RunLine;
  /** null when the line builds on one that is not there. Changed in place by the next step: copy what you keep. */
  readonly state: GrowingState | null;
}

/**
 * The states of a history, line by line. A line changes what its base left; two runs at once may have built on the
 * same line, and as each line gives whole values, their changes stand one after the other. A line whose base is
 * not there (somebody cut the file) and all that build on it leave the state unknown until a line gives it whole.
 */
export function* replay(lines: readonly RunLine[]): Generator<ReplayedLine> {
  const known = new Set<string>();
  let state = copyState(emptyState);
  for (const line of lines) {
    if (line.on === null) {
      state = copyState(emptyState);
      known.clear();
    } else if (!known.has(line.on)) {
      yield { line, state: null };
      continue;
    }
    applyDelta(state, line);
    known.add(line.id);
    yield { line, state };
  }
}

/** The last line whose state is known, with that state; null when there is none. */
export function lastKnown(
  lines: readonly RunLine[],
): { readonly line: RunLine; readonly state: GrowingState } | null {
  let last: { readonly line: RunLine; readonly state: GrowingState } | null = null;
  for (const { line, state } of replay(lines)) if (state !== null) last = { line, state };
  return last;
}
