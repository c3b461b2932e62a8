import type { LearningItem } from "../../domain/types.ts";
import type { SignalName } from "./context.ts";
import type { RankedGoal } from "./rank.ts";
import { reasonIn } from "./reasons/index.ts";

/** Reasons are given while they carry at least this share of the strongest one. */
const worthSaying = 0.35;
const mostReasons = 2;

const words = new Set<SignalName>(["goalWords", "linkedWords"]);
const meaning = new Set<SignalName>(["goalMeaning", "linkedMeaning"]);

/** The one or two things that spoke loudest, in words a person can check. */
export function sayWhy(item: LearningItem, { goal, because }: RankedGoal, locale: string): string {
  const enough = (because[0]?.amount ?? 0) * worthSaying;
  const said: SignalName[] = [];
  const reasons: string[] = [];
  for (const { signal, amount } of because) {
    if (reasons.length === mostReasons || amount < enough) break;
    // "Reads like this goal" and "reads like what is linked to it" are one reason to a person.
    if (meaning.has(signal.name) && said.some((name) => meaning.has(name))) continue;
    const reason = signal.why(item, goal);
    if (reason === null) continue;
    said.push(signal.name);
    reasons.push(reasonIn(locale, reason));
  }
  const byMeaningAlone = said.length === 1 && said.every((name) => meaning.has(name));
  const noSharedWords = !because.some(({ signal }) => words.has(signal.name));
  const all = reasons.join("; ");
  return byMeaningAlone && noSharedWords
    ? reasonIn(locale, { message: "byMeaningAlone", values: { reasons: all } })
    : all;
}
