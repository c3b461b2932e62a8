import { z } from "zod";

import { severities } from "../domain/finding.ts";
import { rules } from "../rules/registry.ts";

const level = z.enum(["off", ...severities]);

/** `rules:` of the config: one optional key a rule, its value a severity or `[severity, options]`. */
export const ruleSettings = z.strictObject(
  Object.fromEntries(
    rules.map((rule) => [
      rule.id,
      z
        .union([level, z.tuple([level, rule.options])])
        .optional()
        .describe(rule.description),
    ]),
  ),
);
