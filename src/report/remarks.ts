import type { Finding, SignalId } from "../domain/finding.ts";
import { goalOfSubject } from "../domain/nearest-goal.ts";
import { byUsefulness } from "../domain/remark-order.ts";
import { byGoalOrder, byTitle, linkTo, type ReportContext } from "./context.ts";
import type { Day } from "../domain/types.ts";
import type { GoalRemarks, Remark, Unlinked } from "./model.ts";

/** No link, only over goals, a chain that stops: one question to a reader: "what is it for?". */
const linkSignals: ReadonlySet<SignalId> = new Set(["S01", "S02", "S03"]);

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
      .toSorted(byUsefulness)
      .map(toRemark),
  };
}

/** What other sections of the report say already, by the ids of what it is said about. */
export interface SaidElsewhere {
  /** Bets that no test is planned for, beside an event that could be one. */
  readonly betsToTest: ReadonlySet<string>;
  readonly openSteps: ReadonlySet<string>;
  /** Goal and day of coming events beside which fitting insights are listed, as `toldBefore` writes them. */
  readonly insightsTold: ReadonlySet<string>;
  /** Goals that moved while no insight speaks to them. */
  readonly movedGoals: ReadonlySet<string>;
}

/** Everything else the rules noticed, by the goal it concerns; what belongs to no live goal comes last. */
export function buildRemarks(context: ReportContext, said: SaidElsewhere): readonly GoalRemarks[] {
  const { portfolio } = context;
  const byGoal = new Map<string | null, Finding[]>();
  for (const finding of context.findings) {
    if (isAboutLinks(finding) || isSaid(finding, said)) continue;
    const goalId = goalOfSubject(finding.subject, context);
    const group = byGoal.get(goalId);
    if (group) group.push(finding);
    else byGoal.set(goalId, [finding]);
  }
  // A goal's remarks come in the order in which they were judged: what says that learning drifts comes first.
  const place = new Map(context.judgements.flatMap(({ remarks }) => remarks).map((one, at) => [one, at]));
  const placeOf = (finding: Finding): number => place.get(finding) ?? place.size;
  const remarksOf = (goalId: string | null) =>
    (byGoal.get(goalId) ?? [])
      .toSorted((a, b) => placeOf(a) - placeOf(b) || byUsefulness(a, b))
      .map(toRemark);
  const verdicts = new Map(context.judgements.map(({ goal, verdict }) => [goal.id, verdict]));
  const goals = [...byGoal.keys()].flatMap((id) => (id === null ? [] : (portfolio.goalById.get(id) ?? [])));
  return [
    ...goals.sort(byGoalOrder).map((goal) => ({
      goal: linkTo(goal),
      learning: verdicts.get(goal.id) ?? null,
      remarks: remarksOf(goal.id),
    })),
    ...(byGoal.has(null) ? [{ goal: null, learning: null, remarks: remarksOf(null) }] : []),
  ];
}

function isAboutLinks({ signal, subject }: Finding): boolean {
  return linkSignals.has(signal) && subject.type === "item";
}

export function toldBefore(goalId: string, day: Day): string {
  return `${day} ${goalId}`;
}

/** A bet that waits (S11), a step that never came back (S21), insights for an event (S23), a move nobody speaks to (S32). */
function isSaid({ signal, subject, actBy }: Finding, said: SaidElsewhere): boolean {
  if (subject.type === "goal") {
    const { id } = subject.goal;
    if (signal === "S23") return actBy !== null && said.insightsTold.has(toldBefore(id, actBy));
    return signal === "S32" && said.movedGoals.has(id);
  }
  if (subject.type !== "item") return false;
  return (
    (signal === "S11" && said.betsToTest.has(subject.item.id)) ||
    (signal === "S21" && said.openSteps.has(subject.item.id))
  );
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
