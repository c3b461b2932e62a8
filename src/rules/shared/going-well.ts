import type { Answer } from "../../domain/finding.ts";
import { nearestLiveGoal } from "../../domain/nearest-goal.ts";
import type { RuleContext, Verdict } from "../types.ts";
import { remarksThenOne } from "./answers.ts";

/**
 * A rule's answers item by item, as `remarksThenOne` tells them, and then what goes well: for each live goal of
 * whose items none is worth a look or out of sight and at least so many are fine, one healthy answer with
 * `message` and how many. A healthy answer counts where its subject is an item: a rule leaves the subject out
 * where it is only content, and does not know that all is well.
 */
export function* remarksAndGoodSigns(
  verdicts: Iterable<Verdict>,
  { least, message }: { readonly least: number; readonly message: string },
  context: Pick<RuleContext<unknown>, "portfolio" | "lineOfSight">,
): Generator<Verdict> {
  const tallies = new Map<string, { fine: number; doubtful: boolean }>();
  yield* remarksThenOne(counting(verdicts, tallies, context));
  for (const goal of context.portfolio.goals) {
    const { fine = 0, doubtful = false } = tallies.get(goal.id) ?? {};
    if (!goal.live || doubtful || fine < least) continue;
    yield { answer: "healthy", subject: { type: "goal", goal }, message, values: { count: fine } };
  }
}

const counts: ReadonlySet<Answer> = new Set(["healthy", "worth-a-look", "cant-see"]);

function* counting(
  verdicts: Iterable<Verdict>,
  tallies: Map<string, { fine: number; doubtful: boolean }>,
  context: Pick<RuleContext<unknown>, "portfolio" | "lineOfSight">,
): Generator<Verdict> {
  for (const verdict of verdicts) {
    yield verdict;
    if (verdict.subject.type !== "item" || !counts.has(verdict.answer)) continue;
    const goal = nearestLiveGoal(verdict.subject.item, context);
    if (goal === null) continue;
    const tally = tallies.get(goal) ?? { fine: 0, doubtful: false };
    tallies.set(goal, tally);
    if (verdict.answer === "healthy") tally.fine += 1;
    else tally.doubtful = true;
  }
}
