import type { Finding, SignalId } from "../domain/finding.ts";
import { compareText } from "../domain/portfolio.ts";
import { byGoalOrder, byTitle, linkTo, nearestLiveGoal, type ReportContext } from "./context.ts";
import type { GoalRemarks, Remark, Unlinked } from "./model.ts";

/** No link, only over goals, a chain that stops: one question to a reader: "what is it for?". */
const linkSignals: ReadonlySet<SignalId> = new Set(["S01", "S02", "S03"]);
const severityOrder = { error: 0, warn: 1, info: 2 } as const;

/** What has no so-that yet, and the one link that would mend most. */
export function buildUnlinked({ findings }: ReportContext): Unlinked {
  const unlinked = findings.filter(isAboutLinks);
  const repair = unlinked
    .flatMap(({ repair }) => repair ?? [])
    .sort((a, b) => b.mends - a.mends || byTitle(a.at, b.at))[0];
  return {
    repair: repair ? { at: linkTo(repair.at), step: repair.step, mends: repair.mends } : null,
    // What that one link mends need not be listed again, item by item.
    items: unlinked
      .filter((finding) => repair === undefined || finding.repair?.at.id !== repair.at.id)
      .map(toRemark)
      .sort(byRemarkOrder),
  };
}

/** What other sections of the report say already, by the ids of what it is said about. */
export interface SaidElsewhere {
  /** Bets that no test is planned for, beside an event that could be one. */
  readonly betsToTest: ReadonlySet<string>;
  readonly openSteps: ReadonlySet<string>;
  /** Goals that moved while no insight speaks to them. */
  readonly movedGoals: ReadonlySet<string>;
}

/** Everything else the rules noticed, by the goal it concerns; what belongs to no live goal comes last. */
export function buildRemarks(context: ReportContext, said: SaidElsewhere): readonly GoalRemarks[] {
  const { portfolio } = context;
  const byGoal = new Map<string | null, Finding[]>();
  for (const finding of context.findings) {
    if (isAboutLinks(finding) || isSaid(finding, said)) continue;
    const goalId = goalOf(finding, context);
    const group = byGoal.get(goalId);
    if (group) group.push(finding);
    else byGoal.set(goalId, [finding]);
  }
  const remarksOf = (goalId: string | null) => (byGoal.get(goalId) ?? []).map(toRemark).sort(byRemarkOrder);
  const goals = [...byGoal.keys()].flatMap((id) => (id === null ? [] : (portfolio.goalById.get(id) ?? [])));
  return [
    ...goals.sort(byGoalOrder).map((goal) => ({ goal: linkTo(goal), remarks: remarksOf(goal.id) })),
    ...(byGoal.has(null) ? [{ goal: null, remarks: remarksOf(null) }] : []),
  ];
}

function isAboutLinks({ signal, subject }: Finding): boolean {
  return linkSignals.has(signal) && subject.type === "item";
}

/** A bet that waits (S11), a step that never came back (S21), a move nobody speaks to (S32). */
function isSaid({ signal, subject }: Finding, { betsToTest, openSteps, movedGoals }: SaidElsewhere): boolean {
  if (subject.type === "goal") return signal === "S32" && movedGoals.has(subject.goal.id);
  if (subject.type !== "item") return false;
  return (
    (signal === "S11" && betsToTest.has(subject.item.id)) ||
    (signal === "S21" && openSteps.has(subject.item.id))
  );
}

function goalOf({ subject }: Finding, context: ReportContext): string | null {
  if (subject.type === "team") return null;
  if (subject.type === "goal")
    return context.portfolio.goalById.has(subject.goal.id) ? subject.goal.id : null;
  return nearestLiveGoal(subject.item, context);
}

function toRemark(finding: Finding): Remark {
  const { rule, signal, severity, subject, message, help, suggestions } = finding;
  return { rule, signal, severity, about: aboutOf(subject), message, help, suggestions };
}

function aboutOf(subject: Finding["subject"]): Remark["about"] {
  if (subject.type === "team") return null;
  if (subject.type === "goal") return { ...linkTo(subject.goal), kind: "goal" };
  return { ...linkTo(subject.item), kind: subject.item.kind };
}

function byRemarkOrder(a: Remark, b: Remark): number {
  return (
    severityOrder[a.severity] - severityOrder[b.severity] ||
    compareText(a.about?.title ?? "", b.about?.title ?? "") ||
    compareText(a.about?.id ?? "", b.about?.id ?? "") ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}
