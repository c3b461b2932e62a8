import type { Day, Portfolio, WorkEvent } from "../../domain/types.ts";
import { holdsWord, pausedWords } from "./words.ts";

/** The next event of each goal that is still to come, today included, by goal id. Events called off are passed over. */
export function nextEvents({ events }: Portfolio, today: Day): ReadonlyMap<string, WorkEvent> {
  const next = new Map<string, WorkEvent>();
  for (const event of events) {
    if (event.date === null || event.date < today || holdsWord(event.status, pausedWords)) continue;
    for (const goalId of event.goalIds) {
      const other = next.get(goalId)?.date ?? null;
      if (other === null || event.date < other) next.set(goalId, event);
    }
  }
  return next;
}
