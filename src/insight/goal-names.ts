import type { Goal, LearningItem } from "../domain/types.ts";
import { looseName } from "../lib/text.ts";
import { textOf } from "./texts.ts";

/** Shorter titles and ids turn up in a text by chance. */
const shortestTitle = 8;
const shortestId = 8;

export interface Mention {
  readonly what: "address" | "key" | "title";
  readonly start: number;
  readonly length: number;
}

/** Where an item's text names each of the goals, in their order: by its address, its key, or its whole title. */
export function mentionsOf(goals: readonly Goal[]): (item: LearningItem) => readonly (Mention | null)[] {
  const finders = goals.map(finderFor);
  return (item) => {
    const text = [textOf(item), ...item.unresolved.map((link) => link.shown)].join("\n");
    const loose = looseName(text);
    const all = finders.map((find) => find(text, loose));
    return all.map((one) => (one !== null && all.some((other) => isWithin(one, other)) ? null : one));
  };
}

function finderFor(goal: Goal): (text: string, loose: string) => Mention | null {
  const addresses = [goal.url, goal.id.length >= shortestId ? goal.id : null].filter((one) => one !== null);
  const key = goal.key === null || !isTelling(goal.key) ? null : goal.key;
  const title = looseName(goal.title);
  return (text, loose) => {
    for (const address of addresses) {
      const start = text.indexOf(address);
      if (start !== -1 && !goesOn.test(text.slice(start + address.length)))
        return { what: "address", start, length: address.length };
    }
    const keyAt = key === null ? -1 : wordIn(text, key);
    if (key !== null && keyAt !== -1) return { what: "key", start: keyAt, length: key.length };
    const start = title.length < shortestTitle ? -1 : loose.indexOf(title);
    return start === -1 ? null : { what: "title", start, length: title.length };
  };
}

/** "G7" and "OBJ-2" are keys that nobody writes by chance; "3" and "B" are not. */
function isTelling(key: string): boolean {
  return key.length >= 2 && /\p{L}/u.test(key) && (/\p{N}/u.test(key) || key.length >= 4);
}

/** Where the text has the key as a word of its own; -1 when it has not. */
function wordIn(text: string, key: string): number {
  let at = text.indexOf(key);
  while (at !== -1 && (comesFrom.test(text.slice(0, at)) || goesOn.test(text.slice(at + key.length))))
    at = text.indexOf(key, at + 1);
  return at;
}

const comesFrom = /[\p{L}\p{N}]$/u;
const goesOn = /^[\p{L}\p{N}]/u;

/** "Grow sales" is not meant where "Grow sales in Lisbon" stands. */
function isWithin(one: Mention, other: Mention | null): boolean {
  if (other === null || one === other || one.what !== other.what || other.length <= one.length) return false;
  return one.start >= other.start && one.start + one.length <= other.start + other.length;
}
