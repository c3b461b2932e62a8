import type { Goal, LearningItem } from "../../domain/types.ts";
import type { RuleContext } from "../types.ts";
import { namesAnEnd, read, readIn, type Reading } from "./reading.ts";
import type { Lexicon } from "./lexicon.ts";
import { isNumber } from "./tokens.ts";

/** What an item says: its title, and its text where that says more. */
export function wordsOf({ title, text }: LearningItem): string {
  return text === null || text.includes(title) ? (text ?? title) : `${title}\n${text}`;
}

/** Whether wording may be remarked on at all. */
export function isOpenTo(item: LearningItem): boolean {
  return !item.closed && item.waiver === null;
}

/** Every goal that the item reaches, live or over. */
export function goalsServedBy(item: LearningItem, context: RuleContext<unknown>): readonly Goal[] {
  return context.lineOfSight.goalsServed(item.id).flatMap((id) => context.portfolio.goalById.get(id) ?? []);
}

/** Whether a link that could not be followed may lead to a goal. */
export function mayServeUnseen(item: LearningItem, { lineOfSight }: RuleContext<unknown>): boolean {
  return item.unresolved.length > 0 || lineOfSight.stateOf(item.id) === "unseen";
}

/** Whether a goal says what should change: by a measure, a target, or words that can be noticed. */
export function isWellWritten(goal: Goal, lexicons: readonly Lexicon[]): boolean {
  if (goal.measure !== null || goal.target !== null) return true;
  const reading = read(goal.title, lexicons);
  return reading === null || namesAnEnd(reading);
}

/** Whether what is counted here is what one of the goals is about: then the output is the outcome. */
export function isWhatGoalsCount(reading: Reading, goals: readonly Goal[]): boolean {
  const said = new Set(
    reading.tokens
      .filter((token, index) => isContent(reading, index) && !isNumber(token))
      .map(({ word }) => word),
  );
  return goals.some((goal) => {
    const words = readIn([goal.title, goal.measure ?? "", goal.unit ?? ""].join(" "), reading.lexicon);
    return words.tokens.some(({ word }, index) => said.has(word) && isContent(words, index));
  });
}

function isContent({ at }: Reading, index: number): boolean {
  return at("function", index) === 0 && at("empty", index) === 0;
}
