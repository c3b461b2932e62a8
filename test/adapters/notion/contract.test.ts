import { type ContractHarness, describeAdapterContract, type SeedTable } from "../contract.ts";
import { failNext, type NotionWorld, notionWorld, strangerIn } from "./world.ts";

const configs: Readonly<Record<SeedTable["columns"][string], object>> = {
  title: { title: {} },
  text: { rich_text: {} },
  number: { number: { format: "number" } },
  date: { date: {} },
  checkbox: { checkbox: {} },
  option: { select: { options: [{ name: "Open" }, { name: "Closed" }] } },
  person: { people: {} },
  link: {},
};

function seed(world: NotionWorld, table: SeedTable) {
  const { workspace } = world;
  const links = Object.entries(table.columns).filter(([, kind]) => kind === "link");
  const plain = Object.entries(table.columns).filter(([, kind]) => kind !== "link");
  const { id, dataSources } = workspace.addDatabase({
    parent: world.home,
    title: table.name,
    dataSources: [
      {
        name: table.name,
        properties: Object.fromEntries(plain.map(([name, kind]) => [name, { ...configs[kind] }])),
      },
    ],
  });
  const source = dataSources[0] ?? "";
  for (const [name] of links) {
    workspace.addProperty(source, name, { relation: { data_source_id: source, single_property: {} } });
  }
  const rowIds: string[] = [];
  for (const [index, row] of table.rows.entries()) {
    const values = Object.entries(row).map(([name, value]) => {
      const kind = table.columns[name];
      if (kind === "link") return [name, [rowIds[Number(value)] ?? ""]] as const;
      if (kind === "person") return [name, [workspace.addUser({ name: String(value) })]] as const;
      return [name, value] as const;
    });
    const body = table.bodies?.[index];
    rowIds.push(
      workspace.addRow(source, {
        values: Object.fromEntries(values),
        ...(body === undefined ? {} : { body }),
      }),
    );
  }
  return { table: id, rowIds };
}

/** @param kind whether reports are kept as pages below a page, or as rows of a table */
function harness(kind: "pages" | "rows"): ContractHarness {
  return {
    name: `notion, reports as ${kind}`,
    can: { fail: true, typed: true, bodies: true, authors: true, charts: {} },
    async start() {
      const world = await notionWorld();
      const { workspace } = world;
      let place = "";
      return {
        adapter: world.adapter(),
        impatient: world.adapter({ deadlineMs: 400 }),
        stranger: strangerIn(world),
        clock: world.time,
        seedTable: async (table) => seed(world, table),
        async seedPlace() {
          const table = {
            Name: "title",
            "Report key": "text",
            Goals: "number",
            Period: "text",
            Date: "date",
          } as const;
          place =
            kind === "pages"
              ? workspace.addPage({ parent: world.home, title: "Reports" })
              : seed(world, { name: "Reports", columns: table, rows: [] }).table;
          return place;
        },
        person: {
          renameColumn: async (table, from, to) => {
            const [source] = workspace.children(table.table);
            workspace.renameProperty(source?.id ?? "", from, to);
          },
          addLine: async (report, text) => void workspace.appendBlocks(report.id, text),
          editLine: async (_, piece, text) => workspace.editBlock(piece.id, text),
          renameReport: async (report, title) => workspace.renamePage(report.id, title),
          trashReport: async (report) => workspace.trash(report.id),
        },
        fail: (how, on, times) => failNext(world, how, on, times),
        writes: () => world.log.writes().length,
        reports: async () => {
          const below = workspace.children(place);
          const pages = kind === "pages" ? below : below.flatMap((source) => workspace.children(source.id));
          return pages.filter((node) => node.kind === "page").length;
        },
        stop: async () => await world.stop(),
      };
    },
  };
}

describeAdapterContract(harness("pages"));
describeAdapterContract(harness("rows"));
