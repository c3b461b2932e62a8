import type { Finding } from "./finding.ts";
import type { Goal } from "./types.ts";

/**
 * How the learning around one goal is doing, the one to talk about first first.
 * - `drifting`: two kinds of signals agree that the learning is leaving the work, and have done so for a while.
 * - `worth-a-look`: there are remarks, and no more can be said.
 * - `cant-see`: what there is could not be read.
 * - `too-early`: there is too little to tell.
 * - `healthy`: something goes well, and nothing asks for a look.
 */
export const goalVerdicts = ["drifting", "worth-a-look", "cant-see", "too-early", "healthy"] as const;
export type GoalVerdict = (typeof goalVerdicts)[number];

/** What the rules together say of one live goal. It is about the learning around the goal; never a score. */
export interface GoalJudgement {
  readonly goal: Goal;
  /** null when only some of the rules were asked: then nothing can be said of the whole. */
  readonly verdict: GoalVerdict | null;
  /** The most useful first; before them the two for which learning may be called drifting. */
  readonly remarks: readonly Finding[];
  /** Plain lines, the most telling first. */
  readonly goingWell: readonly string[];
}
