import { z } from "zod";

import { defineRule } from "./define-rule.ts";
import { quietly, quietMessages } from "./shared/answers.ts";

/** S36: over the months, as many items lead to a goal as before. */
export const lineOfSightHolds = defineRule<Record<string, never>>({
  id: "line-of-sight-holds",
  signals: ["S36"],
  kind: "pattern",
  description: "The share of learning that leads to a goal does not fall from one period to the next",
  defaultSeverity: "info",
  needs: "What earlier runs counted: two periods before this one.",
  options: z.strictObject({}),
  messages: quietMessages,
  // The workspace holds today's links only. What they were in earlier periods cannot be read back from it.
  check: () => [quietly("cant-see")],
});
