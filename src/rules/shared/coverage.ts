import type { Portfolio, TableCoverage } from "../../domain/types.ts";

/** How much of the tables with one role was read: "none" when the config names no such table. */
export function tablesRead({ coverage }: Portfolio, role: TableCoverage["role"]): "all" | "part" | "none" {
  const tables = coverage.filter((table) => table.role === role);
  if (tables.length === 0) return "none";
  return tables.every(({ complete }) => complete) ? "all" : "part";
}

/** Whether some learning items were not read, so that "nothing is there" cannot be said. */
export function isLearningPartial(portfolio: Portfolio): boolean {
  return tablesRead(portfolio, "learning") === "part";
}
