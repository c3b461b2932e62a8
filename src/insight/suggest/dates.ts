import { daysBetween } from "../../domain/day.ts";
import type { Day, LearningItem, WorkEvent } from "../../domain/types.ts";
import type { Signal, SuggestContext } from "./context.ts";

/** After this many days, a third of the closeness is left. */
const fadeDays = 10;

/** Beyond this nobody would call it near. */
const farthestDays = 30;

/** Learning is written down around the work it comes from: which goal had an event just then? */
export function dateSignal({ portfolio, goals, goalsOf }: SuggestContext): Signal {
  const eventsOf: WorkEvent[][] = goals.map(() => []);
  for (const event of portfolio.events)
    if (event.date !== null) for (const goal of goalsOf(event.id)) eventsOf[goal]!.push(event);
  for (const events of eventsOf) events.sort((a, b) => (a.date! < b.date! ? -1 : a.date! > b.date! ? 1 : 0));

  return {
    name: "date",
    weigh({ date }) {
      const near = new Float64Array(goals.length);
      if (date === null) return near;
      eventsOf.forEach((events, goal) => {
        const days = daysToEvent(date, nearest(events, date));
        near[goal] = days > farthestDays ? 0 : Math.exp(-days / fadeDays);
      });
      // When every goal has something going on, or there is only one goal, the date says little.
      const total = near.reduce((sum, one) => sum + one, 0);
      const telling = 1 - 1 / goals.length;
      return total === 0 ? near : near.map((one) => (telling * one * one) / total);
    },
    why({ date }: LearningItem, goal) {
      if (date === null) return null;
      const event = nearest(eventsOf[goal]!, date);
      const days = daysToEvent(date, event);
      if (event === null || days > farthestDays) return null;
      const when =
        days === 0
          ? "on the day of"
          : `${days} ${days === 1 ? "day" : "days"} ${date < event.date! ? "before" : "after"}`;
      return `it is dated ${when} “${event.title}”, an event for this goal`;
    },
  };
}

function daysToEvent(date: Day, event: WorkEvent | null): number {
  if (event?.date == null) return Number.POSITIVE_INFINITY;
  if (date < event.date) return daysBetween(date, event.date);
  return Math.max(0, daysBetween(event.endDate ?? event.date, date));
}

/** The event that starts last before the date, or first after it, whichever is nearer. */
function nearest(events: readonly WorkEvent[], date: Day): WorkEvent | null {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle]!.date! <= date) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [events[low - 1] ?? null, events[low] ?? null];
  return daysToEvent(date, before) <= daysToEvent(date, after) ? before : after;
}
