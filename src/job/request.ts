import { resolve } from "node:path";

import { parsePeriod, type Period } from "../domain/period.ts";
import type { Portfolio } from "../domain/types.ts";
import { UsageError } from "../errors.ts";
import type { PastRuns } from "../history/index.ts";
import { didYouMean } from "../lib/did-you-mean.ts";
import { findFilters, type FilterRequest } from "../report/filters.ts";
import type { ReportFilters } from "../report/model.ts";
import { todayOf, type JobSetup } from "./setup.ts";

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

/** A path in the config is relative to the config's folder; a built-in name stays a name. */
export function templateOf({ config, folder }: JobSetup, request: ReportRequest): string {
  const template = request.template ?? config.report.template;
  return template.endsWith(".hbs") ? resolve(folder, template) : template;
}

export function whichGoal(): UsageError {
  return new UsageError("The template “goal” tells of one goal, and none is named.", {
    hint: 'Name it by its title, id, key or address: sothat report --template goal --goal "…".',
  });
}

export function periodOf(setup: JobSetup, request: ReportRequest, past: PastRuns): Period {
  const text = request.period ?? setup.config.report.period;
  const period = parsePeriod(text, {
    today: todayOf(setup),
    since: past.lastDay,
    locale: setup.config.locale,
  });
  if (period !== null) return period;
  throw new UsageError(`"${text}" names no period.`, {
    hint: "Use week, month, quarter, since-last, 2026-W47, 2026-11, 2026-Q4 or 30d.",
  });
}

/** @throws UsageError when there is no such goal or team. */
export function filtersOf({ filters }: ReportRequest, portfolio: Portfolio): ReportFilters | null {
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
