// Does the job on what send.mjs writes, and says what each step took beside parsing the bodies: processor time of
// this process in milliseconds, its garbage collection and compiling included, since other work on the machine
// stretches any other clock. The text of the bodies is let go of page by page, as in a real run.
import { createInterface } from "node:readline";

import { parse } from "yaml";

const dist = new URL("../../../dist/", import.meta.url);
const load = (path) => import(new URL(path, dist));
const [
  { configSchema },
  { mapPortfolio },
  { traceLineOfSight },
  { parsePeriod },
  { noRunsKnown },
  { runRulesQuietly },
  { linkedToGoal },
  { judgeGoals },
  { suggestGoals },
  { withSuggestions },
  { buildReport },
  { renderReport, toHtml },
  notion,
  notionColumns,
  airtable,
  airtableColumns,
] = await Promise.all(
  [
    "config/schema.js",
    "mapping/index.js",
    "domain/line-of-sight.js",
    "domain/period.js",
    "domain/history.js",
    "rules/silence.js",
    "rules/linked-to-goal.js",
    "rules/judging/goal-verdicts.js",
    "insight/suggest/index.js",
    "insight/suggest/with-suggestions.js",
    "report/build.js",
    "render/index.js",
    "adapters/notion/mapper.js",
    "adapters/notion/columns.js",
    "adapters/airtable/mapper.js",
    "adapters/airtable/columns.js",
  ].map(load),
);

const today = "2026-11-16";
const took = {};
let bytes = 0;

const { config, portfolio } = await readPortfolio();
const checked = await check(portfolio);
const model = step("weigh", () =>
  buildReport({
    name: config.name,
    key: "size",
    templateName: "planning-meeting",
    living: false,
    period: parsePeriod("week", { today }),
    today,
    now: `${today}T12:00:00.000Z`,
    timezone: config.timezone,
    locale: config.locale,
    filters: null,
    portfolio,
    ...checked,
    history: noRunsKnown,
    last: null,
  }),
);
step("render", () => {
  const { document, title, phrases } = renderReport(model, { template: "planning-meeting" });
  return toHtml(document, { title, language: phrases.language });
});
const { items, goals, results, events } = portfolio;
process.stdout.write(
  JSON.stringify({
    took,
    bytes,
    rows: items.length + goals.length + results.length + events.length,
    items: items.length,
    findings: checked.findings.length,
    // Kilobytes, at its highest.
    peakMegabytes: process.resourceUsage().maxRSS / 1000,
  }),
);

async function check(read) {
  const lineOfSight = step("line of sight", () => traceLineOfSight(read));
  const ruled = step("rules", () =>
    runRulesQuietly({
      portfolio: read,
      lineOfSight,
      settings: config.rules,
      today,
      history: noRunsKnown,
      locale: config.locale,
      ignore: config.ignore,
    }),
  );
  const alone = ruled.findings.flatMap(({ rule, subject }) =>
    rule === linkedToGoal.id && subject.type === "item" ? [subject.item] : [],
  );
  // Without the encoder: what it costs does not grow with the size, as it reads only the first few hundred texts.
  const findings = await stepAsync("suggest", async () =>
    withSuggestions(
      ruled.findings,
      await suggestGoals({ portfolio: read, lineOfSight, items: alone, language: config.locale }),
    ),
  );
  const judgements = step("judge", () =>
    judgeGoals({
      portfolio: read,
      lineOfSight,
      today,
      findings,
      goodSigns: ruled.goodSigns,
      complete: true,
      firstSeen: () => null,
    }),
  );
  return {
    lineOfSight,
    findings,
    silenced: ruled.silenced.map(({ finding }) => finding),
    judgements,
    verdicts: ruled.verdicts.filter(({ rule }) => rule === linkedToGoal.id),
  };
}

/** By itself, as in the job: nothing holds on to the rows afterwards. */
async function readPortfolio() {
  const { config, read } = await readTables();
  return { config, portfolio: step("map", () => mapPortfolio({ config, tables: read })) };
}

/** Every body parsed and its rows taken by the adapters' own readers of cells. */
async function readTables() {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const next = async () => (await lines.next()).value;
  const head = JSON.parse(await next());
  const config = configSchema.parse(parse(head.config));
  const configured = Object.entries(config.tables).flatMap(([role, list]) =>
    list.map((one) => ({ role, config: one })),
  );
  const read = [];
  for (const { reference, name, pages, schema } of head.tables) {
    const wanted = configured.find((one) => one.config.table === reference);
    const bound =
      head.provider === "notion" ? bindNotion(name, schema, wanted) : bindAirtable(name, schema, wanted);
    const rows = [];
    for (let page = 0; page < pages; page += 1) {
      const body = await next();
      bytes += body.length;
      const answer = step("parse", () => JSON.parse(body));
      step("take", () => rows.push(...bound.rowsOf(answer)));
    }
    read.push({
      ...wanted,
      connection: wanted.config.from,
      name,
      columnNames: bound.columnNames,
      rows,
      complete: true,
      notes: [],
    });
  }
  return { config, read };
}

function step(name, work) {
  const before = cpu();
  const result = work();
  took[name] = (took[name] ?? 0) + cpu() - before;
  return result;
}

async function stepAsync(name, work) {
  const before = cpu();
  const result = await work();
  took[name] = (took[name] ?? 0) + cpu() - before;
  return result;
}

function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function wantedColumns({ config: { fields, kind } }) {
  return { ...fields, ...(typeof kind === "object" ? { kind: kind.field } : {}) };
}

function bindNotion(table, schema, wanted) {
  const bound = notionColumns.bindColumns({
    table,
    connection: wanted.config.from,
    wanted: wantedColumns(wanted),
    columns: notionColumns.columnsOf(schema),
    remembered: {},
  });
  return {
    columnNames: namesOf(bound),
    rowsOf: ({ results }) =>
      results.map((page) => {
        const byId = new Map(Object.values(page.properties).map((value) => [value.id, value]));
        return {
          id: page.id,
          url: page.url,
          createdAt: page.created_time,
          editedAt: page.last_edited_time,
          cells: cellsOf(bound, (column) => notion.toCell(byId.get(column.id), column)),
        };
      }),
  };
}

function bindAirtable(name, fields, wanted) {
  const table = { name, fields: fields.map((field) => ({ ...field, options: field.options ?? {} })) };
  const bound = airtableColumns.bindFields({
    table,
    connection: wanted.config.from,
    wanted: wantedColumns(wanted),
    remembered: {},
  });
  return {
    columnNames: namesOf(bound),
    rowsOf: ({ records }) =>
      records.map(({ id, createdTime, fields: values }) => ({
        id,
        url: `https://airtable.com/app/tbl/${id}`,
        createdAt: createdTime,
        editedAt: null,
        cells: cellsOf(bound, (field) => airtable.toCell(values[field.id], field)),
      })),
  };
}

function cellsOf(bound, read) {
  return Object.fromEntries([...bound].map(([key, column]) => [key, read(column)]));
}

function namesOf(bound) {
  return Object.fromEntries([...bound].map(([key, { name }]) => [key, name]));
}
