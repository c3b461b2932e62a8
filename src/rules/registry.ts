import { goalIsLive } from "./goal-is-live.ts";
import { linkedToGoal } from "./linked-to-goal.ts";
import type { Rule } from "./types.ts";

/** Every rule, in the order of the signals' catalogue. */
export const rules: readonly Rule[] = [linkedToGoal, goalIsLive];
