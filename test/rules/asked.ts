import { addDays } from "../../src/domain/day.ts";
import type { Person } from "../../src/domain/types.ts";
import { ask, read, today } from "./ask.ts";

export function daysAgo(days: number): string {
  return addDays(today, -days);
}

/** The rule's answers, in the order it gave them. */
export function answersOf(...question: Parameters<typeof ask>): readonly string[] {
  return ask(...question).answers;
}

/** The rule's remarks, each with its step. */
export function remarksOf(...question: Parameters<typeof ask>): readonly string[] {
  return ask(...question).findings.map(({ message, help }) => `${message} ${help}`);
}

export function people(...ids: readonly string[]): readonly Person[] {
  return ids.map((id) => ({ id, name: `Name of ${id}` }));
}

/** A learning table that the service could not give whole. */
export const partOfLearning = [read("learning", false)];
