import type { Portfolio } from "../../domain/types.ts";

/** Whether some learning items were not read, so that "nothing is there" cannot be said. */
export function isLearningPartial({ coverage }: Portfolio): boolean {
  return coverage.some(({ role, complete }) => role === "learning" && !complete);
}
