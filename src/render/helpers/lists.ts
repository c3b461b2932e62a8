import type { TemplateHelpers } from "../engine.ts";
import { HelperError } from "../markdown-value.ts";
import { asCount, asList, asText } from "./values.ts";

/** `first`, `last`, `rest`, `where`, `count`, `eq`, `not`, `and`, `or`: small questions about values and lists. */
export const listHelpers: TemplateHelpers = {
  first: ([list, count]) => asList(list, "first").slice(0, asCount(count, "first") ?? 1),
  last: ([list, count]) => {
    const most = asCount(count, "last") ?? 1;
    return most === 0 ? [] : asList(list, "last").slice(-most);
  },
  rest: ([list, after]) => asList(list, "rest").slice(asCount(after, "rest") ?? 1),
  where: ([list, field, wanted]) => {
    const name = asText(field, "where") ?? "";
    return asList(list, "where").filter((entry) => {
      if (typeof entry !== "object" || entry === null || !Object.hasOwn(entry, name)) {
        throw new HelperError(`{{where …}}: the entries of this list have no “${name}”.`);
      }
      const value: unknown = Reflect.get(entry, name);
      return wanted === undefined ? isSomething(value) : value === wanted;
    });
  },
  count: ([list]) => asList(list, "count").length,
  eq: ([a, b]) => a === b,
  not: ([value]) => !isSomething(value),
  and: (values) => values.every(isSomething),
  or: (values) => values.some(isSomething),
};

/** What `{{#if}}` takes for yes: not null, not false, not 0, not empty. */
function isSomething(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
