import { basename } from "node:path";

import type { ReportDraft } from "./adapters/types.ts";
import type { Config } from "./config/schema.ts";
import type { Period } from "./domain/period.ts";
import { noteRun, recallRuns, type RunIdentity } from "./history/index.ts";
import { standingsOf } from "./insight/standing.ts";
import { check, type CheckedWork, type CheckRequest } from "./job/check.ts";
import { connect, openPlaces, requestsOf, type Asked, type OpenedPlace } from "./job/connect.ts";
import { keyOf, runOf } from "./job/identity.ts";
import { filtersOf, periodOf, templateOf, whichGoal, type ReportRequest } from "./job/request.ts";
import { nowOf, throwIfStopped, type JobSetup } from "./job/setup.ts";
import { publishAll, type PublishOutcome, type PublishTarget } from "./publish/publish-all.ts";
import { chartsIn, renderReport, toHtml, withoutCharts, type RenderedReport } from "./render/index.ts";
import { buildReport } from "./report/build.ts";
import { filterKey } from "./report/filters.ts";
import type { ReportFilters, ReportModel } from "./report/model.ts";
import { linkedToGoal } from "./rules/linked-to-goal.ts";

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
  const run = runOf(setup, template, request.filters);
  const past = await recallRuns(setup.history, run);
  const period = periodOf(setup, request, past);
  const { places, failures } = await openPlaces(setup, adapters);
  const checked = await check(setup, adapters, past, { rules: null });
  throwIfStopped(setup);
  const filters = filtersOf(request, checked.portfolio);
  const model = weigh(setup, { period, template, filters }, checked);
  const rendered = renderReport(model, { template });
  const html = toHtml(rendered.document, { title: rendered.title, language: rendered.phrases.language });
  const outcome = await publish(setup, request, places, draftOf(setup.config, model, rendered, html));
  const isMade = outcome.publications.length > 0 || places.length === 0;
  if (isMade && !request.dryRun) await note(setup, run, period, checked);
  return {
    ...checked,
    ...outcome,
    failures: [...failures, ...outcome.failures],
    model,
    rendered,
    html,
    requests: requestsOf(adapters),
  };
}

interface Wanted {
  readonly period: Period;
  readonly template: string;
  readonly filters: ReportFilters | null;
}

function weigh(setup: JobSetup, { period, template, filters }: Wanted, checked: CheckedWork): ReportModel {
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
    locale: config.locale,
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
  });
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
    locale: model.locale,
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

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
