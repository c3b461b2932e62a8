import { addDays } from "../../domain/day.ts";
import type { Day, LearningItem, Review } from "../../domain/types.ts";
import { indexBy } from "./index-by.ts";
import { spaced } from "./words.ts";

/** Which before-reviews have been looked back on. */
export interface Afters {
  /** An after-review belongs to it: by its link, by the same event, hypothesis or parent, or by the same title. */
  close(before: Review): boolean;
  /**
   * An after-review might belong to it, and nothing in the data says so: its links could not be followed, or it
   * serves the same goal, on no event and no before-review, in the weeks after `day`.
   */
  mayClose(before: Review, day: Day): boolean;
}

/** A review later than this after the work is hardly about it. */
const weeksAfter = 6;

/** Linear in reviews and links; each question then costs the before-review's own links and a search by day. */
export function findAfters(items: readonly LearningItem[]): Afters {
  // A review that does not say which of the two it is may well be the one that is looked for.
  const afters = items.filter((item): item is Review => item.kind === "review" && item.when !== "before");
  const latest = (keysOf: (review: Review) => Iterable<string>): ReadonlyMap<string, Day> =>
    new Map([...indexBy(afters, keysOf)].map(([key, reviews]) => [key, latestDay(reviews)]));
  const linked = new Set(afters.flatMap(({ beforeIds, parentIds }) => [...beforeIds, ...parentIds]));
  const ids = new Set(afters.map(({ id }) => id));
  const byWork = latest(({ eventIds, hypothesisIds }) => [...eventIds, ...hypothesisIds]);
  const byTitle = latest(({ title }) => subjectsOf(title));
  const looseDays = daysByGoal(
    afters.filter(({ beforeIds, eventIds }) => beforeIds.length + eventIds.length === 0),
  );
  const hidden = latestDay(afters.filter(hasHiddenWork));

  return {
    close(before) {
      if (linked.has(before.id) || before.parentIds.some((id) => ids.has(id))) return true;
      const from = before.date ?? "";
      return (
        [...before.eventIds, ...before.hypothesisIds].some(
          (id) => (byWork.get(id) ?? "") >= from && byWork.has(id),
        ) ||
        subjectsOf(before.title).some(
          (subject) => byTitle.has(subject) && (byTitle.get(subject) ?? "") >= from,
        )
      );
    },
    mayClose(before, day) {
      if (hidden >= day) return true;
      const end = addDays(day, weeksAfter * 7);
      return before.goalIds.some((goalId) => holdsDay(looseDays.get(goalId) ?? [], day, end));
    },
  };
}

/** Later than any real day: a review without a day may be of any. */
const anyDay: Day = "9999-12-31";

function latestDay(reviews: readonly Review[]): Day {
  return reviews.reduce((latest, { date }) => ((date ?? anyDay) > latest ? (date ?? anyDay) : latest), "");
}

function hasHiddenWork({ unresolved }: Review): boolean {
  return unresolved.some(({ field }) => field === "before" || field === "event" || field === "hypothesis");
}

function daysByGoal(reviews: readonly Review[]): ReadonlyMap<string, readonly Day[]> {
  const byGoal = indexBy(reviews, ({ goalIds }) => goalIds);
  return new Map(
    [...byGoal].map(([goalId, group]) => [goalId, group.map(({ date }) => date ?? anyDay).toSorted()]),
  );
}

/** @param days sorted. A day that is not known counts as within. */
function holdsDay(days: readonly Day[], from: Day, to: Day): boolean {
  let low = 0;
  for (let high = days.length; low < high;) {
    const at = (low + high) >> 1;
    if ((days[at] ?? "") < from) low = at + 1;
    else high = at;
  }
  const first = days[low];
  return (first !== undefined && first <= to) || days.at(-1) === anyDay;
}

const bookendWords =
  /\b(?:before|after|bar|aar|action|review|pre|post|antes|después|despues|avant|après|vorher|nachher)\b/giu;

/**
 * What a review's title is about, without the word that says which bookend it is: the whole of it, and the part
 * before a comma ("After: open house, first two weeks" is about the open house). Short ones say too little.
 */
function subjectsOf(title: string): readonly string[] {
  const subject = title.replaceAll(bookendWords, " ");
  return [subject, subject.split(",")[0] ?? ""].map(spaced).filter((words) => words.trim().length >= 8);
}
