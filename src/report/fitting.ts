import { nearestLiveGoal } from "../domain/nearest-goal.ts";
import { compareText } from "../domain/portfolio.ts";
import type { Insight, Review, WorkEvent } from "../domain/types.ts";
import { sharedWords } from "../insight/shared-words.ts";
import { byTitle, linkTo, type ReportContext } from "./context.ts";
import type { Link } from "./model.ts";

/** More than a few are not read before a meeting. */
const most = 3;
/** Of a goal with very many insights the newest are compared; older ones are rarely news. */
const compared = 200;
/** One word that every second insight has is no likeness; one rare word or two less rare ones are. */
const leastLikeness = 2.5;

interface Candidate {
  readonly insight: Insight;
  /** What it says, and the name of the review it was born in. */
  readonly text: string;
  /** The goal it is about most closely; null when that is over. */
  readonly nearest: string | null;
}

/**
 * For each event, in the given order, up to three earlier insights that fit it: about the same goal rather than a part
 * of it, sharing words with the event and what is planned for it, not offered for an event before it, not used yet,
 * born in a review, newest. What its before-review names already is known and left out.
 */
export function fitInsights(
  events: readonly WorkEvent[],
  context: ReportContext,
): ReadonlyMap<string, readonly Link[]> {
  const { links, locale } = context;
  const candidates = gatherCandidates(new Set(events.flatMap(({ goalIds }) => goalIds)), context);
  const all = [...new Set([...candidates.values()].flat())];
  const likeness = sharedWords(
    all.map(({ text }) => text),
    locale,
  );
  const place = new Map(all.map((candidate, index) => [candidate, index]));
  const texts = describeEvents(events, context);
  const offered = new Set<string>();
  const fitting = new Map<string, readonly Link[]>();
  for (const event of events) {
    const shared = likeness(texts.get(event.id) ?? "");
    const known = namedBefore(links.reviewsOfEvent.get(event.id) ?? []);
    const ranks = (candidate: Candidate): readonly number[] => {
      const { id, date } = candidate.insight;
      const words = shared[place.get(candidate)!]!;
      return [
        Number(candidate.nearest === null || !event.goalIds.includes(candidate.nearest)),
        words < leastLikeness ? 0 : -words,
        Number(offered.has(id)),
        Number(links.usedInsightIds.has(id)),
        Number(!links.reviewOfInsight.has(id)),
        -Number((date ?? "").replaceAll("-", "")),
      ];
    };
    const ranked = [...new Set(event.goalIds.flatMap((id) => candidates.get(id) ?? []))]
      .filter(({ insight }) => !known.has(insight.id))
      .map((candidate) => ({ candidate, rank: ranks(candidate) }))
      .sort((a, b) => byRank(a.rank, b.rank) || byTitle(a.candidate.insight, b.candidate.insight))
      .slice(0, most)
      .map(({ candidate }) => candidate.insight);
    for (const { id } of ranked) offered.add(id);
    fitting.set(event.id, ranked.map(linkTo));
  }
  return fitting;
}

/** By goal id. */
function gatherCandidates(
  goalIds: ReadonlySet<string>,
  context: ReportContext,
): ReadonlyMap<string, readonly Candidate[]> {
  const { portfolio, lineOfSight, links, today } = context;
  const byGoal = new Map<string, Candidate[]>([...goalIds].map((id) => [id, []]));
  if (goalIds.size === 0) return byGoal;
  for (const insight of portfolio.items) {
    if (insight.kind !== "insight" || (insight.date !== null && insight.date > today)) continue;
    const served = lineOfSight.goalsServed(insight.id).filter((id) => goalIds.has(id));
    if (served.length === 0) continue;
    const parts = [insight.title, insight.text, links.reviewOfInsight.get(insight.id)?.title ?? null];
    const text = parts.filter((part) => part !== null).join(". ");
    const candidate = { insight, text, nearest: nearestLiveGoal(insight, context) };
    for (const goalId of served) byGoal.get(goalId)?.push(candidate);
  }
  const newestFirst = (a: Candidate, b: Candidate): number =>
    compareText(b.insight.date ?? "", a.insight.date ?? "") || byTitle(a.insight, b.insight);
  return new Map([...byGoal].map(([id, group]) => [id, group.sort(newestFirst).slice(0, compared)]));
}

/** What each event is about: its name, and the names of what is to be tried or looked at there. */
function describeEvents(
  events: readonly WorkEvent[],
  { whole, links }: ReportContext,
): ReadonlyMap<string, string> {
  const titles = new Map(events.map(({ id, title }) => [id, [title]]));
  for (const { kind, eventIds, title } of whole.items) {
    if (kind !== "hypothesis" && kind !== "opportunity") continue;
    for (const id of eventIds) titles.get(id)?.push(title);
  }
  for (const [id, texts] of titles)
    texts.push(...(links.reviewsOfEvent.get(id) ?? []).map(({ title }) => title));
  return new Map([...titles].map(([id, texts]) => [id, texts.join(". ")]));
}

function namedBefore(reviews: readonly Review[]): ReadonlySet<string> {
  return new Set(reviews.flatMap(({ priorLearningIds }) => priorLearningIds));
}

function byRank(a: readonly number[], b: readonly number[]): number {
  for (const [index, rank] of a.entries()) {
    if (rank !== b[index]) return rank - b[index]!;
  }
  return 0;
}
