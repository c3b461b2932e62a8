import type { SampleColumn, SampleRow, SampleTable, SampleTeam } from "./types.ts";

/**
 * The part of a team that lives in one service. Links to tables elsewhere become text with the linked rows' titles,
 * one a line, as people type them who work in two services.
 */
export function partTeam(team: SampleTeam, here: (tableKey: string) => boolean): SampleTeam {
  const titles = new Map(
    team.tables.flatMap((table) =>
      table.rows.map((row) => [`${table.key}/${row.key}`, titleOf(table, row)] as const),
    ),
  );
  const isElsewhere = (
    column: SampleColumn,
  ): column is SampleColumn & { readonly type: "link"; readonly to: string } =>
    column.type === "link" && !here(column.to);
  const toPart = (table: SampleTable): SampleTable => {
    const typed = table.columns.filter(isElsewhere);
    return {
      ...table,
      columns: table.columns.map((column) =>
        isElsewhere(column) ? { key: column.key, name: column.name, type: "text" } : column,
      ),
      rows: table.rows.map((row) => ({
        ...row,
        cells: {
          ...row.cells,
          ...Object.fromEntries(
            typed.flatMap(({ key, to }) => {
              const linked = row.cells[key];
              if (!Array.isArray(linked) || linked.length === 0) return [];
              return [
                [key, linked.map((rowKey: string) => titles.get(`${to}/${rowKey}`) ?? rowKey).join("\n")],
              ];
            }),
          ),
        },
      })),
    };
  };
  return { ...team, tables: team.tables.filter(({ key }) => here(key)).map(toPart) };
}

function titleOf(table: SampleTable, row: SampleRow): string {
  const title = row.cells[table.columns[0]?.key ?? ""];
  return typeof title === "string" ? title : "";
}
