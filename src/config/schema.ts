import { IANAZone } from "luxon";
import { z } from "zod";

import { itemKinds } from "../domain/types.ts";
import { connection, connectionName } from "./connections.ts";
import { eventFields, goalFields, learningFields, resultFields } from "./fields.ts";
import { periodForm, periodForms } from "./period-form.ts";
import { ignoredRemarks } from "./ignored-remarks.ts";
import { ruleSettings } from "./rule-settings.ts";

/**
 * The one source of the config: types, defaults, validation and `config/config.schema.json` all come from here.
 * Every key carries the sentence that editors show.
 */

const column = z.string().min(1).describe("A column's name or id");
const columns = <Key extends string>(fields: Readonly<Record<Key, string>>) =>
  z
    .strictObject({
      title: column.describe("The column that names the row"),
      ...(Object.fromEntries(
        Object.entries<string>(fields).map(([key, sentence]) => [key, column.optional().describe(sentence)]),
      ) as Record<Key, z.ZodOptional<typeof column>>),
    })
    .describe("Which column holds what: our word on the left, your column's name or id on the right");

const from = z.string().min(1).describe("Name of one of the connections above");
const table = z
  .string()
  .min(1)
  .describe("Data source or database id or URL (Notion), table id or name (Airtable), file name (files)");

/** Kinds as the config names them: a review may say which bookend it is. */
export const configKinds = [...itemKinds, "before-review", "after-review"] as const;
export type ConfigKind = (typeof configKinds)[number];

const name = z.string().min(1);
const names = z.array(name);
const optionNames = z.union([name.transform((one) => [one]), names.min(1)]);
const kindByColumn = z.strictObject({
  field: column.describe("The column that says what a row is"),
  ...(Object.fromEntries(
    configKinds.map((kind) => [
      kind,
      optionNames
        .optional()
        .describe(`Values that mean ${kind}; a sensible multilingual list when no kind is given its own`),
    ]),
  ) as Record<ConfigKind, z.ZodOptional<typeof optionNames>>),
});

const goals = z.strictObject({
  from,
  table,
  fields: columns(goalFields),
  live: names
    .optional()
    .describe("Status values that mean the goal is live; a sensible multilingual list otherwise"),
});
const results = z.strictObject({
  from,
  table,
  fields: columns(resultFields).partial({ title: true }),
});
const events = z.strictObject({ from, table, fields: columns(eventFields) });
const learning = z.strictObject({
  from,
  table,
  kind: z
    .union([z.enum(configKinds), kindByColumn])
    .describe("What the rows are, or the column that says so"),
  fields: columns(learningFields),
  body: z.boolean().default(false).describe("Also read each page's text: its headings fill empty fields"),
  closed: names
    .optional()
    .describe("Status values that mean the item is closed; a sensible multilingual list otherwise"),
  outcomes: z
    .strictObject({ held: names, partly: names, failed: names, open: names })
    .partial()
    .optional()
    .describe("Values of a hypothesis's outcome column"),
});

const tables = z
  .strictObject({
    goals: z
      .union([goals.transform((one) => [one]), z.array(goals).min(1)])
      .describe("What the work is for: one table or several"),
    results: z
      .union([results.transform((one) => [one]), z.array(results)])
      .default([])
      .describe("Dated values; without them, `current` on the goal is used"),
    events: z
      .union([events.transform((one) => [one]), z.array(events)])
      .default([])
      .describe("Real pieces of work with dates: milestones, launches, clinics"),
    learning: z
      .union([learning.transform((one) => [one]), z.array(learning)])
      .default([])
      .describe("Questions, hypotheses, reviews, insights and opportunities"),
  })
  .describe("Where the rows are, and which column means what");

const destination = z.strictObject({
  connection: z.string().min(1).describe("Name of one of the connections above"),
  parent: z
    .string()
    .min(1)
    .optional()
    .describe("Notion: page, database or data source, id or URL. Files: a folder"),
  table: z.string().min(1).optional().describe("Airtable: the reports table, id or name"),
  fields: z
    .strictObject({
      key: column.describe("Takes the report's key, by which a later run finds it"),
      title: column.describe("Takes the report's title"),
      body: column.describe("Takes the report as text"),
      period: column.describe("Takes the period's name"),
      date: column.describe("Takes the day of the report"),
      goals: column.describe("Takes the number of live goals"),
      items: column.describe("Takes the number of learning items"),
      findings: column.describe("Takes the number of findings"),
      charts: column.describe("Airtable: the attachment column that takes the charts"),
    })
    .partial()
    .default({})
    .describe("Which column takes what, where reports are rows"),
});

const report = z
  .strictObject({
    template: z.string().min(1).default("planning-meeting").describe("Built-in name, or path to a .hbs file"),
    period: z
      .string()
      .regex(periodForm, `must be ${periodForms}`)
      .default("week")
      .describe(`What the report covers: ${periodForms}`),
    page: z
      .enum(["per-period", "living"])
      .default("per-period")
      .describe("A page a period, or one page updated in place"),
    charts: z
      .boolean()
      .default(false)
      .describe(
        "Also keep each goal's chart with the report: as a picture in Notion, as an attachment in Airtable",
      ),
    to: z
      .array(destination)
      .default([])
      .describe("Where the report is put; nowhere means it is only printed"),
  })
  .describe("The report");

export const configSchema = z.strictObject({
  name: z.string().min(1).describe("The team, as the report calls it"),
  timezone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), "must be an IANA time zone, such as America/Chicago")
    .default("UTC")
    .describe("IANA zone; every 'today', period and due date is judged here"),
  locale: z
    .string()
    .refine(isLocale, "must be a BCP 47 language tag, such as en-US or es")
    .default("en-US")
    .describe("Language of the report and of check, and how numbers and dates are written: a BCP 47 tag"),
  connections: z
    .record(connectionName, connection)
    .describe("The services, each under a name of your choice"),
  tables,
  rules: ruleSettings
    .default({})
    .describe("How much each rule matters; rules that are not named keep theirs"),
  ignore: ignoredRemarks.default([]).describe("Remarks that are not to be made, and why"),
  report: report.prefault({}),
});

export type Config = z.output<typeof configSchema>;
export type GoalsTable = z.output<typeof goals>;
export type ResultsTable = z.output<typeof results>;
export type EventsTable = z.output<typeof events>;
export type LearningTable = z.output<typeof learning>;

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
