import { daysBetween } from "../../domain/day.ts";
import type { Day, LearningItem } from "../../domain/types.ts";
import type { Signal, SuggestContext } from "./context.ts";

/** After this many days, a third of the closeness is left. */
const fadeDays = 10;

/** Beyond this nobody would call it near. */
const farthestDays = 30;

/** Learning is written down around the work it comes from: which goal had an event just then? */
export function dateSignal({ portfolio, goals, goalsOf }: SuggestContext): Signal {
  const eventsOf: Placed[][] = goals.map(() => []);
  for (const event of portfolio.events) {
    if (event.date === null) continue;
    const placed = {
      title: event.title,
      start: toNumber(event.date),
      end: toNumber(event.endDate ?? event.date),
    };
    for (const goal of goalsOf(event.id)) eventsOf[goal]!.push(placed);
  }
  for (const events of eventsOf) events.sort((a, b) => a.start - b.start);

  return {
    name: "date",
    weigh({ date }) {
      const near = new Float64Array(goals.length);
      if (date === null) return near;
      const day = toNumber(date);
      eventsOf.forEach((events, goal) => {
        const days = daysToEvent(day, nearest(events, day));
        near[goal] = days > farthestDays ? 0 : Math.exp(-days / fadeDays);
      });
      // When every goal has something going on, or there is only one goal, the date says little.
      const total = near.reduce((sum, one) => sum + one, 0);
      const telling = 1 - 1 / goals.length;
      return total === 0 ? near : near.map((one) => (telling * one * one) / total);
    },
    why({ date }: LearningItem, goal) {
      if (date === null) return null;
      const day = toNumber(date);
      const event = nearest(eventsOf[goal]!, day);
      const days = daysToEvent(day, event);
      if (event === null || days > farthestDays) return null;
      if (days === 0) return { message: "onTheDay", values: { event: event.title } };
      const side = day < event.start ? "before" : "after";
      return { message: "nearTheDay", values: { days, side, event: event.title } };
    },
  };
}

/** An event with its days as numbers, since every item is compared with the events of every goal. */
interface Placed {
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

function toNumber(day: Day): number {
  return daysBetween("1970-01-01", day);
}

function daysToEvent(day: number, event: Placed | null): number {
  if (event === null) return Number.POSITIVE_INFINITY;
  return day < event.start ? event.start - day : Math.max(0, day - event.end);
}

/** The event that starts last before the date, or first after it, whichever is nearer. */
function nearest(events: readonly Placed[], day: number): Placed | null {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle]!.start <= day) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [events[low - 1] ?? null, events[low] ?? null];
  return daysToEvent(day, before) <= daysToEvent(day, after) ? before : after;
}
