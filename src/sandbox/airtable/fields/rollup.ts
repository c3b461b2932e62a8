import type { Json } from "../json.ts";
import type { Aggregation } from "../model.ts";

/** What a rollup shows for the linked values. */
export function rollUp(values: readonly Json[], aggregation: Aggregation): Json {
  if (aggregation === "counta") return values.length;
  if (aggregation === "arrayjoin") return values.map(String).join(", ");
  const numbers = values.filter((value) => typeof value === "number");
  if (aggregation === "sum") return numbers.reduce((sum, number) => sum + number, 0);
  return numbers.length === 0 ? 0 : Math[aggregation](...numbers);
}
