import type { Finding } from "../domain/finding.ts";
import type { GoalJudgement } from "../domain/goal-judgement.ts";
import type { LineOfSight } from "../domain/line-of-sight.ts";
import type { Goal, LearningItem, Portfolio } from "../domain/types.ts";
import { namedRows } from "../lib/named-rows.ts";
import { looseName } from "../lib/text.ts";
import { byTitle, linkTo } from "./context.ts";
import type { ReportFilters } from "./model.ts";

/** What somebody asked to see, as they wrote it. */
export interface FilterRequest {
  /** Each the id, key, title or URL of a goal. */
  readonly goals: readonly string[];
  /** Name of a team or of an owner. */
  readonly ownerTeam: string | null;
  readonly kinds: ReportFilters["kinds"];
}

/** The filters, or what was asked for and is not there, with the names of what is. */
export type FoundFilters =
  | { readonly filters: ReportFilters | null }
  | {
      readonly unknown: "goal" | "team";
      readonly asked: string;
      readonly known: readonly string[];
    };

/** Finds the goals that are meant. A title that several goals have means all of them. Letter case and spaces do not matter. */
export function findFilters({ goals }: Pick<Portfolio, "goals">, request: FilterRequest): FoundFilters {
  const { ownerTeam, kinds } = request;
  if (request.goals.length === 0 && ownerTeam === null && kinds.length === 0) return { filters: null };
  const goalsNamed = namedRows(goals);
  const named = new Set<Goal>();
  for (const asked of request.goals) {
    const found = goalsNamed(asked);
    if (found.length === 0)
      return { unknown: "goal", asked, known: distinct(goals.map(({ title }) => title)) };
    for (const goal of found) named.add(goal);
  }
  if (
    ownerTeam !== null &&
    !goals.some((goal) => namesOf(goal).map(looseName).includes(looseName(ownerTeam)))
  )
    return { unknown: "team", asked: ownerTeam, known: distinct(goals.flatMap(namesOf)) };
  return { filters: { goals: [...named].sort(byTitle).map(linkTo), ownerTeam, kinds } };
}

/** What makes a filtered report another one than the whole: part of its key. Empty for the whole report. */
export function filterKey(filters: ReportFilters | null): readonly string[] {
  if (filters === null) return [];
  const { goals, ownerTeam, kinds } = filters;
  return [
    ...(goals.length > 0
      ? [
          `only ${goals
            .map(({ id }) => id)
            .sort()
            .join(" + ")}`,
        ]
      : []),
    ...(ownerTeam === null ? [] : [`team ${looseName(ownerTeam)}`]),
    ...(kinds.length > 0 ? [kinds.toSorted().join(" + ")] : []),
  ];
}

interface Narrowed {
  readonly portfolio: Portfolio;
  readonly findings: readonly Finding[];
  readonly judgements: readonly GoalJudgement[];
}

/**
 * The goals that are asked for with the goals below them, and what hangs on these: results, events, items and remarks.
 * Other rows can still be looked up by id, so that a kept item can name the review it came from.
 */
export function narrow(
  given: Narrowed & { readonly lineOfSight: LineOfSight },
  filters: ReportFilters | null,
): Narrowed {
  if (filters === null) return given;
  const { portfolio, lineOfSight } = given;
  const goals = keptGoals(portfolio, filters);
  const ids = new Set(goals.map(({ id }) => id));
  const everyGoal = filters.goals.length === 0 && filters.ownerTeam === null;
  const isKept = (item: LearningItem): boolean =>
    (filters.kinds.length === 0 || filters.kinds.includes(item.kind)) &&
    (everyGoal || lineOfSight.goalsServed(item.id).some((id) => ids.has(id)));
  const items = portfolio.items.filter(isKept);
  const itemIds = new Set(items.map(({ id }) => id));
  return {
    portfolio: {
      ...portfolio,
      goals,
      items,
      goalById: new Map(goals.map((goal) => [goal.id, goal])),
      results: portfolio.results.filter(({ goalIds }) => everyGoal || goalIds.some((id) => ids.has(id))),
      events: portfolio.events.filter(({ goalIds }) => everyGoal || goalIds.some((id) => ids.has(id))),
    },
    findings: given.findings.filter(({ subject }) => {
      if (subject.type === "team") return false;
      return subject.type === "goal" ? ids.has(subject.goal.id) : itemIds.has(subject.item.id);
    }),
    judgements: given.judgements.filter(({ goal }) => ids.has(goal.id)),
  };
}

function keptGoals({ goals }: Portfolio, { goals: named, ownerTeam }: ReportFilters): readonly Goal[] {
  const namedIds = new Set(named.map(({ id }) => id));
  const asked = goals.filter(
    (goal) =>
      (named.length === 0 || namedIds.has(goal.id)) &&
      (ownerTeam === null || namesOf(goal).map(looseName).includes(looseName(ownerTeam))),
  );
  const kept = new Set(asked.map(({ id }) => id));
  // Goals below goals below: until nothing is added. A circle of goals ends it as well.
  for (let before = -1; before < kept.size;) {
    before = kept.size;
    for (const { id, parentIds } of goals) if (parentIds.some((parent) => kept.has(parent))) kept.add(id);
  }
  return goals.filter(({ id }) => kept.has(id));
}

function namesOf({ team, owners }: Goal): readonly string[] {
  return [...(team === null ? [] : [team]), ...owners.flatMap(({ name }) => name ?? [])];
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
