import { z } from "zod";

import { isDay } from "../domain/day.ts";
import { rules } from "../rules/registry.ts";

/** `ignore:` of the config: what somebody has looked at and found fine as it is. */
export const ignoredRemarks = z.array(
  z.strictObject({
    rule: z.enum(["all", ...rules.map(({ id }) => id)]).describe("A rule's id, or all"),
    item: z.string().trim().min(1).describe("Id, address, key or exact title of an item or a goal"),
    reason: z.string().trim().min(1).describe("Why it is fine as it is"),
    until: z
      .string()
      .refine(isDay, "must be a day, such as 2027-06-30")
      .optional()
      .describe("The last day on which this holds; no end otherwise"),
  }),
);
