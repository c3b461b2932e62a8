import type { Rule } from "./types.ts";

/**
 * Makes a rule of its own options fit the registry: whatever settings it is given are read by its own schema
 * first, which also fills in the defaults.
 */
export function defineRule<Options>(rule: Rule<Options>): Rule {
  return {
    ...rule,
    check: (context) => rule.check({ ...context, options: rule.options.parse(context.options) }),
  };
}
