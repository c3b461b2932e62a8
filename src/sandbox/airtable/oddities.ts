import type { AirtableWorkspace } from "./workspace/workspace.ts";

/** Where the oddities are. */
export interface Oddities {
  readonly tableId: string;
  /** The table that the odd one links to. */
  readonly linkedTableId: string;
  /** What each record is odd in → its id. */
  readonly records: Readonly<
    Record<"empty" | "errors" | "names" | "twin" | "otherTwin" | "stranger" | "orphan", string>
  >;
}

/**
 * Two tables with everything that real bases hold and tidy samples do not: columns nobody filled, error and
 * special cells, lookups with holes, a field type that no documentation names, unfinished AI text, people
 * without a name, equal names, awkward characters, and a text that holds a deleted row's id.
 */
export function addOddities(workspace: AirtableWorkspace, baseId: string): Oddities {
  const linked = workspace.addTable(baseId, {
    name: "Odd links",
    fields: [{ name: "Name", type: "singleLineText" }],
  });
  const table = workspace.addTable(baseId, {
    name: "Oddities, “all” of them",
    fields: [
      { name: "Name", type: "singleLineText" },
      { name: "Never filled", type: "singleLineText" },
      { name: "Share", type: "percent", options: { precision: 1 } },
      { name: "Owner", type: "singleCollaborator" },
      { name: "Former link", type: "singleLineText" },
      { name: "Ratio", type: "formula", options: { formula: "1/0", result: { type: "number" } } },
      { name: "Broken", type: "formula", options: { formula: 'NOSUCH("x")', result: null } },
      { name: "Wrapped", type: "formula", options: { formula: '""', result: { type: "number" } } },
      { name: "Rank", type: "manualSort" },
      { name: "Summary", type: "aiText", options: { referencedFieldIds: [] } },
      { name: "Links", type: "multipleRecordLinks", options: { linkedTableId: linked.id } },
    ],
  });
  const link = table.fields.at(-1)?.id ?? "";
  workspace.addField(table.id, {
    name: "Names of links",
    type: "multipleLookupValues",
    options: { recordLinkFieldId: link, fieldIdInLinkedTable: linked.primaryFieldId, isValid: true },
  });
  workspace.addField(table.id, {
    name: "Sum of links",
    type: "rollup",
    aggregation: "sum",
    options: { recordLinkFieldId: link, fieldIdInLinkedTable: linked.primaryFieldId, isValid: true },
  });

  const stranger = workspace.addUser({ name: null, email: "invited@example.org" });
  workspace.share(baseId, stranger.id, "read");
  const gone = workspace.createRecord(linked.id, { Name: "Deleted since" });
  workspace.deleteRecord(linked.id, gone);

  const add = (cells: Parameters<AirtableWorkspace["createRecord"]>[1]): string =>
    workspace.createRecord(table.id, cells);
  const records = {
    empty: add({}),
    errors: add({ Name: "Errors", Share: 0 }),
    names: add({ Name: 'Ünï, “quoted” "plain" 🚀 {brace} | pipe' }),
    twin: add({ Name: "Same name" }),
    otherTwin: add({ Name: "Same name" }),
    stranger: add({ Name: "Nameless owner", Owner: { id: stranger.id } }),
    orphan: add({ Name: "Orphan", "Former link": gone }),
  };
  workspace.forceCell(table.id, records.errors, "Names of links", [null, { error: "#ERROR!" }, "kept"]);
  workspace.forceCell(table.id, records.errors, "Sum of links", { specialValue: "NaN" });
  workspace.forceCell(table.id, records.errors, "Wrapped", [12.5]);
  workspace.forceCell(table.id, records.errors, "Rank", "a1");
  workspace.forceCell(table.id, records.errors, "Summary", { state: "loading", isStale: false, value: null });
  return { tableId: table.id, linkedTableId: linked.id, records };
}
