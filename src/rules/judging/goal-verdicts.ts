import type { Finding, GoodSign, SignalId } from "../../domain/finding.ts";
import type { GoalJudgement, GoalVerdict } from "../../domain/goal-judgement.ts";
import type { LineOfSight } from "../../domain/line-of-sight.ts";
import { goalOfSubject, nearestLiveGoal } from "../../domain/nearest-goal.ts";
import { compareText } from "../../domain/portfolio.ts";
import { byUsefulness } from "../../domain/remark-order.ts";
import type { Day, Portfolio } from "../../domain/types.ts";
import { isLearningPartial } from "../shared/coverage.ts";
import { driftOf, type DriftRequest } from "./drifting.ts";

export interface JudgeRequest {
  readonly portfolio: Portfolio;
  readonly lineOfSight: LineOfSight;
  readonly today: Day;
  readonly findings: readonly Finding[];
  readonly goodSigns: readonly GoodSign[];
  /** Whether every rule that is on was asked. */
  readonly complete: boolean;
  readonly firstSeen?: DriftRequest["firstSeen"];
}

/** Below three items there is nothing yet that could be called a team's learning about a goal. */
const leastItems = 3;

/** What a team would want to hear first: learning that reached results, that was used, that came in time. */
const telling: readonly SignalId[] = [
  "S32",
  "S23",
  "S14",
  "S12",
  "S16",
  "S11",
  "S33",
  "S19",
  "S31",
  "S24",
  "S30",
];

/** Every live goal with its remarks, what goes well, and what the two come to, in the portfolio's order. */
export function judgeGoals(request: JudgeRequest): readonly GoalJudgement[] {
  const { portfolio, today, findings, goodSigns, complete, firstSeen } = request;
  const remarks = groupBy(findings, ({ subject }) => goalOfSubject(subject, request));
  const signs = groupBy(goodSigns, ({ goal }) => goal.id);
  const items = groupBy(portfolio.items, (item) => nearestLiveGoal(item, request));
  return portfolio.goals
    .filter(({ live }) => live)
    .map((goal) => {
      const ofGoal = remarks.get(goal.id) ?? [];
      const goingWell = (signs.get(goal.id) ?? []).toSorted(byTelling).map(({ message }) => message);
      const counted = { items: items.get(goal.id)?.length ?? 0, goingWell: goingWell.length };
      const drift = complete ? driftOf({ remarks: ofGoal, today, ...(firstSeen && { firstSeen }) }) : null;
      const verdict = drift === null ? verdictOf(ofGoal, counted, request) : "drifting";
      const others = ofGoal.filter((remark) => drift?.includes(remark) !== true).toSorted(byUsefulness);
      return {
        goal,
        verdict: complete ? verdict : null,
        remarks: [...(drift ?? []), ...others],
        goingWell,
      };
    });
}

function verdictOf(
  remarks: readonly Finding[],
  counted: { readonly items: number; readonly goingWell: number },
  { portfolio, lineOfSight }: JudgeRequest,
): Exclude<GoalVerdict, "drifting"> {
  if (remarks.length > 0) return "worth-a-look";
  const few = counted.items < leastItems;
  // What is around this goal may be among the rows that were not read, or behind links that lead nowhere visible.
  if (isLearningPartial(portfolio) || (few && lineOfSight.counts.unseen > 0)) return "cant-see";
  return few || counted.goingWell === 0 ? "too-early" : "healthy";
}

function byTelling(a: GoodSign, b: GoodSign): number {
  const place = ({ signal }: GoodSign): number => {
    const at = telling.indexOf(signal);
    return at === -1 ? telling.length : at;
  };
  return place(a) - place(b) || compareText(a.rule, b.rule) || compareText(a.message, b.message);
}

function groupBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
