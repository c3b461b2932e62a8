import { basename, resolve } from "node:path";

import { createAdapter } from "./adapters/index.ts";
import type { Adapter, ReportDraft, ReportPlace, RequestCounts } from "./adapters/types.ts";
import type { Config } from "./config/schema.ts";
import { addDays } from "./domain/day.ts";
import { traceLineOfSight, type LineOfSight } from "./domain/line-of-sight.ts";
import { parsePeriod, type Period } from "./domain/period.ts";
import type { Finding } from "./domain/finding.ts";
import type { GoalJudgement } from "./domain/goal-judgement.ts";
import type { Day, Instant, Portfolio } from "./domain/types.ts";
import { InterruptedError, UsageError } from "./errors.ts";
import type { HistoryFile } from "./history/file.ts";
import { noteRun, recallRuns, type PastRuns, type RunIdentity } from "./history/index.ts";
import { standingsOf } from "./insight/standing.ts";
import { didYouMean } from "./lib/did-you-mean.ts";
import type { Cache } from "./lib/cache.ts";
import type { Clock } from "./lib/clock.ts";
import type { Encode } from "./lib/encoder.ts";
import { mapPortfolio } from "./mapping/index.ts";
import { readTables } from "./mapping/read-tables.ts";
import { publishAll, type PublishOutcome, type PublishTarget } from "./publish/publish-all.ts";
import {
  chartsIn,
  renderReport,
  spokenLocale,
  toHtml,
  withoutCharts,
  type RenderedReport,
} from "./render/index.ts";
import { buildReport } from "./report/build.ts";
import { filterKey, findFilters, type FilterRequest } from "./report/filters.ts";
import type { ReportFilters, ReportModel } from "./report/model.ts";
import type { Progress } from "./reporters/progress.ts";
import { judgeGoals } from "./rules/judging/goal-verdicts.ts";
import { linkedToGoal } from "./rules/linked-to-goal.ts";
import { rules } from "./rules/registry.ts";
import { runRulesQuietly, type QuietlyChecked } from "./rules/silence.ts";
import type { Rule } from "./rules/types.ts";

/** What a run needs besides the workspace. */
export interface JobSetup {
  readonly config: Config;
  /** Where each entry under `ignore` stands, `sothat.yaml:31`; empty when nobody knows. */
  readonly ignoredAt: readonly string[];
  /** Relative paths in the config start here. */
  readonly folder: string;
  readonly tokens: ReadonlyMap<string, string>;
  /** Service addresses that override the real ones, by provider. */
  readonly baseUrls: Readonly<Partial<Record<"notion" | "airtable", string>>>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly cache: Cache;
  /** What earlier reports saw. May vanish: a run then knows of no report before it. */
  readonly history: HistoryFile;
  readonly progress: Progress;
  /** What compares texts by their meaning. */
  readonly embed: Encode;
}

export interface CheckedWork extends QuietlyChecked {
  /** Every live goal with what the rules together say of it. */
  readonly goals: readonly GoalJudgement[];
  readonly today: Day;
  readonly portfolio: Portfolio;
  readonly lineOfSight: LineOfSight;
  readonly past: PastRuns;
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
  /** Left out: the whole report. */
  readonly filters?: FilterRequest;
  /** Stop before writing. */
  readonly dryRun: boolean;
}

export interface ReportedWork extends CheckedWork, PublishOutcome {
  readonly model: ReportModel;
  readonly rendered: RenderedReport;
  /** The report as one self-contained page. */
  readonly html: string;
}

/** connect → read → map → check */
export async function checkWork(setup: JobSetup, request: CheckRequest): Promise<CheckedWork & Asked> {
  const adapters = connect(setup);
  const past = await recallRuns(setup.history, runOf(setup, setup.config.report.template));
  const checked = await check(setup, adapters, past, request);
  return { ...checked, requests: requestsOf(adapters) };
}

/** connect → read → map → check → weigh → render → plan → apply */
export async function reportWork(setup: JobSetup, request: ReportRequest): Promise<ReportedWork & Asked> {
  const adapters = connect(setup);
  const template = templateOf(setup, request);
  if (template === "goal" && (request.filters?.goals ?? []).length === 0) throw whichGoal();
  const locale = spokenLocale(setup.config.locale, { template });
  const run = runOf(setup, template, request.filters);
  const past = await recallRuns(setup.history, run);
  const period = periodOf(setup, request, { past, locale });
  const places = await openPlaces(setup, adapters);
  const checked = await check(setup, adapters, past, { rules: null });
  throwIfStopped(setup);
  const filters = filtersOf(request, checked.portfolio);
  const model = weigh(setup, { period, template, locale, filters }, checked);
  const rendered = renderReport(model, { template });
  const html = toHtml(rendered.document, { title: rendered.title, locale: model.locale });
  const outcome = await publish(setup, request, places, draftOf(setup.config, model, rendered, html));
  const isMade = outcome.publications.length > 0 || places.length === 0;
  if (isMade && !request.dryRun) await note(setup, run, period, checked);
  return { ...checked, ...outcome, model, rendered, html, requests: requestsOf(adapters) };
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
  past: PastRuns,
  request: CheckRequest,
): Promise<CheckedWork> {
  const { config } = setup;
  const portfolio = await readPortfolio(setup, adapters);
  throwIfStopped(setup);
  setup.progress.step("checking");
  const lineOfSight = traceLineOfSight(portfolio);
  const today = todayOf(setup);
  const ruled = runRulesQuietly({
    portfolio,
    lineOfSight,
    settings: config.rules,
    today,
    history: past.known,
    locale: config.locale,
    ignore: config.ignore,
    ...(request.rules === null ? {} : { rules: request.rules }),
  });
  const findings = await suggest(setup, portfolio, lineOfSight, ruled.findings);
  const goals = judgeGoals({
    portfolio,
    lineOfSight,
    today,
    findings,
    goodSigns: ruled.goodSigns,
    complete: request.rules === null,
    firstSeen: (remark) => past.known.firstSeen(remark),
  });
  return { ...ruled, findings, goals, today, portfolio, lineOfSight, past };
}

/** By itself, so that the rows are let go of before the rules need the memory. */
async function readPortfolio(
  { config, progress }: JobSetup,
  adapters: ReadonlyMap<string, Adapter>,
): Promise<Portfolio> {
  progress.step("reading");
  const tables = await readTables(config, adapters, {
    onTable: ({ name, rows, bodies }) =>
      progress.step(`read ${name}: ${rows} rows${bodies > 0 ? `, ${bodies} page texts` : ""}`),
  });
  return mapPortfolio({ config, tables });
}

/** Between the parts that ask services, who look at the signal themselves. */
function throwIfStopped({ signal }: JobSetup): void {
  if (signal.aborted) throw new InterruptedError();
}

/** For items that no goal is linked to: which one they probably serve. What this needs is heavy, so it is loaded only then. */
async function suggest(
  { config, embed }: JobSetup,
  portfolio: Portfolio,
  lineOfSight: LineOfSight,
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  const items = findings.flatMap(({ rule, subject }) =>
    rule === linkedToGoal.id && subject.type === "item" ? [subject.item] : [],
  );
  if (items.length === 0) return findings;
  const [{ suggestGoals }, { withSuggestions }] = await Promise.all([
    import("./insight/suggest/index.ts"),
    import("./insight/suggest/with-suggestions.ts"),
  ]);
  const suggestions = await suggestGoals({
    portfolio,
    lineOfSight,
    items,
    language: config.locale,
    embed,
  });
  return withSuggestions(findings, suggestions);
}

interface Wanted {
  readonly period: Period;
  readonly template: string;
  readonly locale: string;
  readonly filters: ReportFilters | null;
}

function weigh(
  setup: JobSetup,
  { period, template, locale, filters }: Wanted,
  checked: CheckedWork,
): ReportModel {
  const { config } = setup;
  const templateName = basename(template, ".hbs");
  return buildReport({
    name: config.name,
    key: [keyOf(config, templateName, period), ...filterKey(filters)].join(" / "),
    templateName,
    living: config.report.page === "living",
    period,
    today: checked.today,
    now: nowOf(setup.clock),
    timezone: config.timezone,
    locale,
    filters,
    portfolio: checked.portfolio,
    lineOfSight: checked.lineOfSight,
    findings: checked.findings,
    silenced: checked.silenced.map(({ finding }) => finding),
    judgements: checked.goals,
    // Of what rules could not see, a reader of the report can mend the links.
    verdicts: checked.verdicts.filter(({ rule }) => rule === linkedToGoal.id),
    history: checked.past.known,
    last: checked.past.last(period.name),
    nextDue: addDays(period.end, 1),
  });
}

/** The same key is the same report: team, template, and the period unless one living page is kept; then what it is narrowed to. */
function keyOf({ name, report }: Config, template: string, period: Period): string {
  return [name, template, report.page === "living" ? "living" : period.name].join(" / ");
}

/** A report made of the same template about the same part of the work is the next of its kind, whatever its period. */
function runOf({ config, clock }: JobSetup, template: string, filters?: FilterRequest): RunIdentity {
  return {
    report: [config.name, basename(template, ".hbs"), ...asked(filters)],
    rules: [rules.map(({ id }) => id), config.rules],
    now: nowOf(clock),
    today: todayOf({ clock, config }),
  };
}

/** Nothing for the whole report, whether nothing was asked or nothing in particular. */
function asked(filters: FilterRequest | undefined): readonly string[] {
  if (filters === undefined) return [];
  const { goals, ownerTeam, kinds } = filters;
  return [...goals, ...(ownerTeam === null ? [] : [ownerTeam]), ...kinds];
}

/** What a later run will know of this report. */
async function note(
  { history, progress }: JobSetup,
  run: RunIdentity,
  period: Period,
  { portfolio, lineOfSight, findings, silencings, past }: CheckedWork,
): Promise<void> {
  const problem = await noteRun(history, run, {
    period: period.name,
    portfolio,
    lineOfSight,
    standings: standingsOf(portfolio, run.today, past.known),
    findings,
    silencings,
  });
  if (problem !== null) progress.note(problem);
}

function draftOf(config: Config, model: ReportModel, rendered: RenderedReport, html: string): ReportDraft {
  return {
    key: model.key,
    title: rendered.title,
    period: model.period,
    counts: {
      goals: model.summary.goals,
      items: model.summary.items,
      findings: total(model.summary.findings),
    },
    document: withoutCharts(rendered.document),
    illustrated: config.report.charts
      ? { document: rendered.document, pictures: chartsIn(rendered.document) }
      : null,
    markdown: rendered.markdown,
    html,
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

function periodOf(
  setup: JobSetup,
  request: ReportRequest,
  { past, locale }: { readonly past: PastRuns; readonly locale: string },
): Period {
  const text = request.period ?? setup.config.report.period;
  const period = parsePeriod(text, { today: todayOf(setup), since: past.lastDay, locale });
  if (period !== null) return period;
  throw new UsageError(`"${text}" names no period.`, {
    hint: "Use week, month, quarter, since-last, 2026-W47, 2026-11, 2026-Q4 or 30d.",
  });
}

/** @throws UsageError when there is no such goal or team. */
function filtersOf({ filters }: ReportRequest, portfolio: Portfolio): ReportFilters | null {
  if (filters === undefined) return null;
  const found = findFilters(portfolio, filters);
  if ("filters" in found) return found.filters;
  const { unknown, asked, known } = found;
  const what = unknown === "goal" ? "goal" : "team or owner of a goal";
  throw new UsageError(`There is no ${what} ${JSON.stringify(asked)}.${didYouMean(asked, known)}`, {
    details: known.slice(0, mostNamed),
    hint:
      unknown === "goal"
        ? "Give a goal's title as it stands in the workspace, its key, its id or its URL."
        : "Give the team as it stands at the goals, or an owner's name.",
  });
}

/** Names listed when none of them was meant. */
const mostNamed = 20;

function whichGoal(): UsageError {
  return new UsageError("The template “goal” tells of one goal, and none is named.", {
    hint: 'Name it by its title, id, key or address: sothat report --template goal --goal "…".',
  });
}

/** A path in the config is relative to the config's folder; a built-in name stays a name. */
function templateOf({ config, folder }: JobSetup, request: ReportRequest): string {
  const template = request.template ?? config.report.template;
  return template.endsWith(".hbs") ? resolve(folder, template) : template;
}

function nowOf(clock: Clock): Instant {
  return clock.asOf().toUTC().toISO() ?? "";
}

function todayOf({ clock, config }: Pick<JobSetup, "clock" | "config">): Day {
  return clock.asOf().setZone(config.timezone).toFormat("yyyy-MM-dd");
}
