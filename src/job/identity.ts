import { basename } from "node:path";

import type { Config } from "../config/schema.ts";
import type { Period } from "../domain/period.ts";
import type { RunIdentity } from "../history/index.ts";
import type { FilterRequest } from "../report/filters.ts";
import { rules } from "../rules/registry.ts";
import { nowOf, todayOf, type JobSetup } from "./setup.ts";

/** The same key is the same report: team, template, and the period unless one living page is kept; then what it is narrowed to. */
export function keyOf({ name, report }: Config, template: string, period: Period): string {
  return [name, template, report.page === "living" ? "living" : period.name].join(" / ");
}

/** A report made of the same template about the same part of the work is the next of its kind, whatever its period. */
export function runOf({ config, clock }: JobSetup, template: string, filters?: FilterRequest): RunIdentity {
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
