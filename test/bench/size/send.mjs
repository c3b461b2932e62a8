// Writes what a service would send for a made-up team, a line each: first what the job must know (the config's
// text and the columns), then the bodies of the tables in turn, a hundred rows each, as the stand-ins show them.
// node send.mjs notion|airtable <items> <seed>
import { once } from "node:events";

import { makeTeam } from "./team.mjs";

const dist = new URL("../../../dist/", import.meta.url);
const load = (path) => import(new URL(path, dist));
const [provider, items, seed] = process.argv.slice(2);
const [
  { createNotionStandIn },
  { seedNotion },
  { showPage },
  { showProperty },
  { createAirtableStandIn },
  { seedAirtable },
  { recordJson, PLAIN_SHAPE },
  { wiringFor, homeOf },
  { partTeam },
  { sampleTeam, sampleConfig },
  { manualClock },
  { seededRandom },
] = await Promise.all(
  [
    "sandbox/notion/stand-in.js",
    "sandbox/notion/seed.js",
    "sandbox/notion/present/page.js",
    "sandbox/notion/properties/read.js",
    "sandbox/airtable/stand-in.js",
    "sandbox/airtable/seed.js",
    "sandbox/airtable/record-json.js",
    "sandbox/wiring.js",
    "sandbox/teams/part-team.js",
    "sandbox/teams/index.js",
    "sandbox/server/clock.js",
    "sandbox/server/random.js",
  ].map(load),
);

const variant = "plain";
const rowsAPage = 100;
const random = seededRandom(`size ${seed}`);
const team = makeTeam({ items: Number(items), shape: sampleTeam(variant), random });
const clock = manualClock("2026-11-16T12:00:00Z");
const notion = createNotionStandIn({ clock });
const airtable = createAirtableStandIn({ clock });
const seeded = {
  notion: seedNotion(
    notion.workspace,
    partTeam(team, (key) => homeOf(provider, key) === "notion"),
    { since: "2023-01-02T09:00:00Z" },
  ),
  airtable: seedAirtable(
    airtable.workspace,
    partTeam(team, (key) => homeOf(provider, key) === "airtable"),
  ),
};

const tables = team.tables.filter(({ key, rows }) => key !== "reports" && rows.length > 0);
const opened = tables.map(({ key, name }) => ({
  name,
  ...(provider === "notion" ? openNotion(key) : openAirtable(key)),
}));
await say({
  provider,
  config: sampleConfig(variant, wiringFor(provider, team, seeded)),
  tables: opened.map(({ reference, name, schema, rows }) => ({
    reference,
    name,
    schema,
    pages: Math.ceil(rows.length / rowsAPage),
  })),
});
for (const { rows, show, wrap } of opened)
  for (let at = 0; at < rows.length; at += rowsAPage)
    await say(wrap(rows.slice(at, at + rowsAPage).map(show)));

function openNotion(key) {
  const { store } = notion.workspace;
  const source = notion.workspace.dataSource(seeded.notion.dataSources[key]);
  const view = {
    store,
    connection: store.connections.get(seeded.notion.token),
    version: "2026-03-11",
    urlBase: "https://www.notion.so/",
  };
  return {
    reference: source.id,
    schema: Object.fromEntries(source.properties.map((property) => [property.name, showProperty(property)])),
    rows: source.rows,
    show: (id) => showPage(view, store.nodes.get(id)),
    wrap: (results) => ({
      object: "list",
      results,
      next_cursor: null,
      has_more: false,
      type: "page_or_data_source",
      page_or_data_source: {},
      request_id: "00000000-0000-4000-8000-000000000000",
    }),
  };
}

function openAirtable(key) {
  const { db } = airtable.workspace;
  const base = db.bases.get(seeded.airtable.baseId);
  const table = base.tables.find(({ id }) => id === seeded.airtable.tables[key]);
  const reader = { db, base, now: clock.now(), signUrl: () => "" };
  // The job asks for its columns alone, not for the other ends of links, and for their ids as keys.
  const own = new Set(team.tables.find((one) => one.key === key).columns.map(({ name }) => name));
  const fields = table.fields.filter(({ name, type }) => type !== "multipleRecordLinks" || own.has(name));
  return {
    reference: table.id,
    schema: fields.map(({ id, name, type, options }) => ({ id, name, type, options })),
    rows: [...table.rows.values()],
    show: (row) => recordJson(reader, table, row, { ...PLAIN_SHAPE, byId: true, fields }),
    wrap: (records) => ({ records, offset: "itr00000000000000/rec00000000000000" }),
  };
}

async function say(message) {
  if (!process.stdout.write(`${JSON.stringify(message)}\n`)) await once(process.stdout, "drain");
}
