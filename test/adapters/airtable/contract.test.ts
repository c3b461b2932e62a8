import { asText } from "../../../src/lib/loose.ts";
import type { JsonObject } from "../../../src/sandbox/airtable/json.ts";
import type { FieldInput } from "../../../src/sandbox/airtable/schema.ts";
import { type ContractHarness, describeAdapterContract, type SeedTable } from "../contract.ts";
import { airtableWorld, type AirtableWorld, failNext, richColumn, strangerIn } from "./world.ts";

const types: Readonly<Record<SeedTable["columns"][string], Omit<FieldInput, "name">>> = {
  title: { type: "singleLineText" },
  text: { type: "multilineText" },
  number: { type: "number", options: { precision: 2 } },
  date: { type: "date" },
  checkbox: { type: "checkbox" },
  option: { type: "singleSelect", options: { choices: [{ name: "Open" }, { name: "Closed" }] } },
  person: { type: "singleCollaborator" },
  link: { type: "multipleRecordLinks" },
};

function seed({ workspace, base }: AirtableWorld, table: SeedTable) {
  const columns = Object.entries(table.columns);
  const { id } = workspace.addTable(base.id, {
    name: table.name,
    fields: [
      ...columns.flatMap(([name, kind]) => (kind === "link" ? [] : [{ name, ...types[kind] }])),
      { name: "Notes", type: "multilineText" },
    ],
  });
  for (const [name, kind] of columns) {
    if (kind === "link") workspace.addField(id, { name, ...types.link, options: { linkedTableId: id } });
  }
  const rowIds: string[] = [];
  for (const [index, row] of table.rows.entries()) {
    const cells = Object.entries(row).map(([name, value]): [string, JsonObject[string]] => {
      const kind = table.columns[name];
      if (kind === "link") return [name, [rowIds[Number(value)] ?? ""]];
      if (kind !== "person") return [name, value];
      const person = workspace.addUser({ name: String(value), email: "ana@example.org" });
      workspace.share(base.id, person.id, "edit");
      return [name, { id: person.id }];
    });
    const body = table.bodies?.[index];
    const notes = body === undefined ? {} : { Notes: body };
    rowIds.push(workspace.createRecord(id, { ...Object.fromEntries(cells), ...notes }));
  }
  return { table: id, rowIds };
}

/** @param kind which columns take the report's text */
function harness(kind: "plain text" | "plain and rich text"): ContractHarness {
  return {
    name: `airtable, reports as ${kind}`,
    can: {
      fail: true,
      typed: true,
      bodies: true,
      authors: false,
      pieces: false,
      twins: false,
      charts: { charts: "Charts" },
    },
    async start() {
      const world = await airtableWorld();
      const { workspace } = world;
      let place = "";
      return {
        adapter: world.adapter(),
        impatient: world.adapter({ deadlineMs: 150 }),
        stranger: strangerIn(world),
        clock: world.time,
        seedTable: async (table) => seed(world, table),
        seedPlace: async () => {
          const charts = { name: "Charts", type: "multipleAttachments" } as const;
          place = world.addReports([...(kind === "plain text" ? [] : [richColumn]), charts]).id;
          return place;
        },
        person: {
          renameColumn: async ({ table }, from, to) => workspace.renameField(table, from, to),
          addLine: async (report, text) => {
            const { Report } = workspace.record(place, report.id).fields;
            workspace.updateRecord(place, report.id, { Report: `${asText(Report) ?? ""}\n${text}` });
          },
          editLine: async (report, _, text) => workspace.updateRecord(place, report.id, { Report: text }),
          renameReport: async (report, title) => workspace.updateRecord(place, report.id, { Name: title }),
          trashReport: async (report) => workspace.deleteRecord(place, report.id),
        },
        fail: (how, on, times) => failNext(world, how, on, times),
        writes: () => world.log.writes().length,
        reports: async () => workspace.records(place).length,
        stop: async () => await world.stop(),
      };
    },
  };
}

describeAdapterContract(harness("plain text"));
describeAdapterContract(harness("plain and rich text"));
