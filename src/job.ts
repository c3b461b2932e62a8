import { basename, resolve } from "node:path";

import { createAdapter } from "./adapters/index.ts";
import type { Adapter, ReportDraft, ReportPlace, RequestCounts } from "./adapters/types.ts";
import type { Config } from "./config/schema.ts";
import { addDays } from "./domain/day.ts";
import { traceLineOfSight, type LineOfSight } from "./domain/line-of-sight.ts";
import { parsePeriod, type Period } from "./domain/period.ts";
import type { Finding } from "./domain/finding.ts";
import type { Day, Portfolio } from "./domain/types.ts";
import { InterruptedError, UsageError } from "./errors.ts";
import type { Cache } from "./lib/cache.ts";
import type { Clock } from "./lib/clock.ts";
import type { Encoder, NoEncoder } from "./lib/encoder.ts";
import { mapPortfolio } from "./mapping/index.ts";
import { readTables } from "./mapping/read-tables.ts";
import { publishAll, type PublishOutcome, type PublishTarget } from "./publish/publish-all.ts";
import { renderReport, toHtml, type RenderedReport } from "./render/index.ts";
import { buildReport } from "./report/build.ts";
import type { ReportModel } from "./report/model.ts";
import type { Progress } from "./reporters/progress.ts";
import { linkedToGoal } from "./rules/linked-to-goal.ts";
import { runRules, type Checked } from "./rules/run-rules.ts";
import type { Rule } from "./rules/types.ts";

/** What a run needs besides the workspace. */
export interface JobSetup {
  readonly config: Config;
  /** Relative paths in the config start here. */
  readonly folder: string;
  readonly tokens: ReadonlyMap<string, string>;
  /** Service addresses that override the real ones, by provider. */
  readonly baseUrls: Readonly<Partial<Record<"notion" | "airtable", string>>>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly cache: Cache;
  readonly progress: Progress;
  /** What compares texts by their meaning; asked for only when something needs it. */
  readonly loadEncoder: () => Promise<Encoder | NoEncoder>;
}

export interface CheckedWork extends Checked {
  readonly today: Day;
  readonly portfolio: Portfolio;
  readonly lineOfSight: LineOfSight;
}

export interface CheckRequest {
  /** Only these rules; null for all. */
  readonly rules: readonly Rule[] | null;
}

/** What was asked of each service, by connection. */
export interface Asked {
  readonly requests: ReadonlyMap<string, RequestCounts>;
}

export interface ReportRequest {
  /** Built-in name or path; null for the config's. */
  readonly template: string | null;
  /** As in the config's `report.period`; null for the config's. */
  readonly period: string | null;
  /** Stop before writing. */
  readonly dryRun: boolean;
}

export interface ReportedWork extends CheckedWork, PublishOutcome {
  readonly model: ReportModel;
  readonly rendered: RenderedReport;
}

/** connect → read → map → check */
export async function checkWork(setup: JobSetup, request: CheckRequest): Promise<CheckedWork & Asked> {
  const adapters = connect(setup);
  const checked = await check(setup, adapters, request);
  return { ...checked, requests: requestsOf(adapters) };
}

/** connect → read → map → check → weigh → render → plan → apply */
export async function reportWork(setup: JobSetup, request: ReportRequest): Promise<ReportedWork & Asked> {
  const adapters = connect(setup);
  const period = periodOf(setup, request);
  const places = await openPlaces(setup, adapters);
  const checked = await check(setup, adapters, { rules: null });
  throwIfStopped(setup);
  const template = templateOf(setup, request);
  const model = weigh(setup, period, template, checked);
  const rendered = renderReport(model, { template });
  const outcome = await publish(setup, request, places, draftOf(model, rendered));
  return { ...checked, ...outcome, model, rendered, requests: requestsOf(adapters) };
}

function connect({ config, folder, tokens, baseUrls, ...rest }: JobSetup): ReadonlyMap<string, Adapter> {
  const adapters = new Map<string, Adapter>();
  for (const [connection, settings] of Object.entries(config.connections)) {
    const token = tokens.get(connection) ?? "";
    if (token === "" && settings.provider !== "files") continue; // not used by any table or report
    const located =
      settings.provider === "files" ? { ...settings, folder: resolve(folder, settings.folder) } : settings;
    const adapter = createAdapter(located, {
      connection,
      token,
      baseUrl: settings.provider === "files" ? null : (baseUrls[settings.provider] ?? null),
      clock: rest.clock,
      signal: rest.signal,
      cache: rest.cache,
      timezone: config.timezone,
      onWait: ({ reason, seconds }) => rest.progress.wait(reason, seconds),
    });
    adapters.set(connection, adapter);
  }
  return adapters;
}

async function check(
  setup: JobSetup,
  adapters: ReadonlyMap<string, Adapter>,
  request: CheckRequest,
): Promise<CheckedWork> {
  const { config, progress } = setup;
  progress.step("reading");
  const tables = await readTables(config, adapters, {
    onTable: ({ name, rows, bodies }) =>
      progress.step(`read ${name}: ${rows} rows${bodies > 0 ? `, ${bodies} page texts` : ""}`),
  });
  throwIfStopped(setup);
  progress.step("checking");
  const portfolio = mapPortfolio({ config, tables });
  const lineOfSight = traceLineOfSight(portfolio);
  const today = todayOf(setup);
  const ruled = runRules({
    portfolio,
    lineOfSight,
    settings: config.rules,
    today,
    ...(request.rules === null ? {} : { rules: request.rules }),
  });
  const findings = await suggest(setup, portfolio, lineOfSight, ruled.findings);
  return { ...ruled, findings, today, portfolio, lineOfSight };
}

/** Between the parts that ask services, who look at the signal themselves. */
function throwIfStopped({ signal }: JobSetup): void {
  if (signal.aborted) throw new InterruptedError();
}

/** For items that no goal is linked to: which one they probably serve. What this needs is heavy, so it is loaded only then. */
async function suggest(
  { config, progress, loadEncoder }: JobSetup,
  portfolio: Portfolio,
  lineOfSight: LineOfSight,
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  const items = findings.flatMap(({ rule, subject }) =>
    rule === linkedToGoal.id && subject.type === "item" ? [subject.item] : [],
  );
  if (items.length === 0) return findings;
  const [{ suggestGoals }, { withSuggestions }, encoder] = await Promise.all([
    import("./insight/suggest/index.ts"),
    import("./insight/suggest/with-suggestions.ts"),
    loadEncoder(),
  ]);
  if ("absent" in encoder) progress.step(encoder.absent);
  const suggestions = await suggestGoals({
    portfolio,
    lineOfSight,
    items,
    language: config.locale,
    embed: "embed" in encoder ? encoder.embed : undefined,
  });
  return withSuggestions(findings, suggestions);
}

function weigh(setup: JobSetup, period: Period, template: string, checked: CheckedWork): ReportModel {
  const { config } = setup;
  const templateName = basename(template, ".hbs");
  return buildReport({
    name: config.name,
    key: keyOf(config, templateName, period),
    templateName,
    living: config.report.page === "living",
    period,
    today: checked.today,
    now: setup.clock.asOf().toUTC().toISO() ?? "",
    timezone: config.timezone,
    locale: config.locale,
    portfolio: checked.portfolio,
    lineOfSight: checked.lineOfSight,
    findings: checked.findings,
    // Of what rules could not see, a reader of the report can mend the links.
    verdicts: checked.verdicts.filter(({ rule }) => rule === linkedToGoal.id),
    lastRun: null,
    nextDue: addDays(period.end, 1),
  });
}

/** The same key is the same report: team, template, and the period unless one living page is kept. */
function keyOf({ name, report }: Config, template: string, period: Period): string {
  return [name, template, report.page === "living" ? "living" : period.name].join(" / ");
}

function draftOf(model: ReportModel, rendered: RenderedReport): ReportDraft {
  return {
    key: model.key,
    title: rendered.title,
    period: model.period,
    counts: {
      goals: model.summary.goals,
      items: model.summary.items,
      findings: total(model.summary.findings),
    },
    document: rendered.document,
    markdown: rendered.markdown,
    html: toHtml(rendered.document, { title: rendered.title, locale: model.locale }),
  };
}

async function publish(
  setup: JobSetup,
  { dryRun }: ReportRequest,
  places: readonly OpenedPlace[],
  draft: ReportDraft,
): Promise<PublishOutcome> {
  const { clock, signal, cache, progress } = setup;
  if (places.length > 0) progress.step(dryRun ? "comparing with what is there" : "writing the report");
  const targets: PublishTarget[] = places.map(({ connection, place }) => ({ connection, place, draft }));
  return publishAll(targets, { dryRun, clock, signal, cache });
}

function requestsOf(adapters: ReadonlyMap<string, Adapter>): Asked["requests"] {
  return new Map([...adapters].map(([connection, adapter]) => [connection, adapter.requests()]));
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

interface OpenedPlace {
  readonly connection: string;
  readonly place: ReportPlace;
}

/** Before anything is read: a report that could not be put anywhere need not be made. */
async function openPlaces(
  { config }: JobSetup,
  adapters: ReadonlyMap<string, Adapter>,
): Promise<readonly OpenedPlace[]> {
  const places: OpenedPlace[] = [];
  for (const { connection, parent, table, fields } of config.report.to) {
    const adapter = adapters.get(connection)!;
    const mapped = Object.entries(fields).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const place = await adapter.openPlace({
      target: parent ?? table ?? "",
      fields: Object.fromEntries(mapped),
    });
    places.push({ connection, place });
  }
  return places;
}

function periodOf(setup: JobSetup, request: ReportRequest): Period {
  const text = request.period ?? setup.config.report.period;
  const period = parsePeriod(text, { today: todayOf(setup), locale: setup.config.locale });
  if (period !== null) return period;
  throw new UsageError(`"${text}" names no period.`, {
    hint: "Use week, month, quarter, since-last, 2026-W47, 2026-11, 2026-Q4 or 30d.",
  });
}

/** A path in the config is relative to the config's folder; a built-in name stays a name. */
function templateOf({ config, folder }: JobSetup, request: ReportRequest): string {
  const template = request.template ?? config.report.template;
  return template.endsWith(".hbs") ? resolve(folder, template) : template;
}

function todayOf({ clock, config }: JobSetup): Day {
  return clock.asOf().setZone(config.timezone).toFormat("yyyy-MM-dd");
}
