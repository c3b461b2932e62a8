import type { Answer, Subject } from "../../domain/finding.ts";
import type { Verdict } from "../types.ts";

export const team: Subject = { type: "team" };

const quiet = { text: () => "", help: () => "" };

/** For the answers that never become findings. */
export const quietMessages = { fine: quiet, early: quiet, unseen: quiet };

const quietMessageOf = { healthy: "fine", "too-early": "early", "cant-see": "unseen" } as const;

/** An answer without words; its rule holds `quietMessages`. */
export function quietly(answer: Exclude<Answer, "worth-a-look">, subject: Subject = team): Verdict {
  return { answer, subject, message: quietMessageOf[answer], values: {} };
}

/**
 * What is worth a look or can't be seen, item by item; all the rest in one answer for the team: a healthy sign
 * when there is one and nothing is worth a look, too early when there was nothing to judge.
 */
export function* remarksThenOne(verdicts: Iterable<Verdict>): Generator<Verdict> {
  const seen = new Set<Answer>();
  for (const verdict of verdicts) {
    seen.add(verdict.answer);
    if (verdict.answer === "worth-a-look" || verdict.answer === "cant-see") yield verdict;
  }
  if (seen.has("worth-a-look")) return;
  if (seen.has("healthy")) yield quietly("healthy");
  else if (seen.has("too-early") || seen.size === 0) yield quietly("too-early");
}
