import type { IntentChange, RunHistory } from "../../domain/history.ts";
import { compareText } from "../../domain/portfolio.ts";
import type { Day, Portfolio, Review } from "../../domain/types.ts";

/** What earlier reports tell of one intent: kept, moved after the work, too early to tell, or not to be seen. */
export type KeptIntent =
  | { readonly state: "kept" | "early" | "unseen" }
  | { readonly state: "moved"; readonly workDay: Day; readonly change: IntentChange };

/**
 * An intent has moved when a report saw it before the work or on its day, another still saw it unchanged on a
 * later day, and it reads otherwise since. A change between two reports around the work may have come before it;
 * one of a few letters is a typo; and an intent that was empty until after the work may have stood on paper.
 */
export function keptIntent(
  review: Review,
  workDay: Day,
  { history, today }: { readonly history: Pick<RunHistory, "intentOf">; readonly today: Day },
): KeptIntent {
  if (workDay >= today) return { state: "early" };
  const seen = history.intentOf(review);
  if (seen === null || seen.since > workDay) return { state: "unseen" };
  const later = seen.changes.filter(({ by }) => by > workDay);
  if (later.some(({ kind }) => kind === "filled" || kind === "emptied")) return { state: "unseen" };
  const rewritten = later.filter(({ kind }) => kind !== "small");
  const after = rewritten.find(({ until }) => until > workDay);
  if (after !== undefined) return { state: "moved", workDay, change: after };
  return { state: rewritten.length > 0 ? "unseen" : "kept" };
}

/**
 * The last day of the work that a review belongs to: of its events; for a before-review without one, the day of
 * the after-review that closes it. null when nothing says so, or what does is dated before the review itself.
 */
export function workDayOf(
  review: Review,
  portfolio: Pick<Portfolio, "eventById">,
  aftersOf: ReadonlyMap<string, readonly Review[]>,
): Day | null {
  const events = review.eventIds
    .flatMap((id) => portfolio.eventById.get(id) ?? [])
    .flatMap(({ endDate, date }) => endDate ?? date ?? [])
    .toSorted(compareText);
  const last = events.at(-1);
  if (last !== undefined) return last;
  if (review.unresolved.some(({ field }) => field === "event")) return null;
  const [first] = (aftersOf.get(review.id) ?? []).flatMap(({ date }) => date ?? []).toSorted(compareText);
  return first === undefined || (review.date !== null && first < review.date) ? null : first;
}
