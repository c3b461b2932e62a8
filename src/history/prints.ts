import { isDerived } from "../domain/derived.ts";
import type { Finding } from "../domain/finding.ts";
import type { Silencing } from "../domain/silencing.ts";
import type { Goal, LearningItem } from "../domain/types.ts";
import { hashOf } from "../lib/hash.ts";

/**
 * 48 bits in eight letters: among 100,000 rows two share a print about once in 50,000 teams (n² / 2⁴⁹), and then
 * one change goes unnoticed.
 */
export function printOf(...parts: readonly unknown[]): string {
  return Buffer.from(hashOf(JSON.stringify(parts)).slice(0, 12), "hex").toString("base64url");
}

/** A derived insight is known by its words: its place in the review's list may change from run to run. */
export function itemId(item: LearningItem): string {
  return isDerived(item) ? printOf(item.id.split("#")[0], item.title) : printOf(item.id);
}

export function goalId(id: string): string {
  return printOf(id);
}

/** What a silenced remark may have been about: the words of the row, without links, people and dates. */
export function textPrint(subject: Goal | LearningItem): string {
  return printOf(subject.title, ...wordsOf(subject));
}

function wordsOf(subject: Goal | LearningItem): readonly unknown[] {
  if (!("kind" in subject)) return [subject.measure];
  switch (subject.kind) {
    case "question":
    case "insight":
      return [subject.text];
    case "hypothesis":
      return [subject.text, subject.if, subject.then, subject.soThat, subject.measure];
    case "review":
      return [subject.text, subject.intended];
    case "opportunity":
      return [subject.text, subject.next];
  }
}

/** What a goal is measured by, and how far it is to go. */
export function aimPrint({ measure, unit, baseline, target }: Goal): string {
  return printOf(measure, unit, baseline, target);
}

/** Which remark it is, whatever it says today. */
export function findingId({ rule, signal, subject }: Finding): string {
  const about =
    subject.type === "item" ? itemId(subject.item) : subject.type === "goal" ? goalId(subject.goal.id) : "";
  return printOf(rule, signal, about);
}

export function silencingId({ by, rule, subject, reason }: Silencing): string {
  return printOf(by, rule, "kind" in subject ? itemId(subject) : goalId(subject.id), reason);
}
