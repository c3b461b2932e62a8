import { isDay } from "../../domain/day.ts";
import { compareText } from "../../domain/portfolio.ts";
import type { Day } from "../../domain/types.ts";
import type { Mark } from "../../report/model.ts";
import { titleLength, toLine } from "../text.ts";
import type { ChartInput, Point } from "./types.ts";

/** What can be drawn of an input: in order, of numbers and days only, texts as one harmless line. */
export interface Settled extends ChartInput {
  /** Oldest first. */
  readonly points: readonly Point[];
  readonly first: Point;
  readonly latest: Point;
  /** The straight line from baseline to target; null when an end of it is missing or both are the same. */
  readonly pace: { readonly from: Point; readonly to: Point } | null;
  /** First and last day shown; the same for a single result alone. */
  readonly from: Day;
  readonly to: Day;
}

/** More would be a hedge; the latest are kept. */
const mostMarks = 60;

/** null when there is no result to draw. */
export function settle(input: ChartInput): Settled | null {
  const points = input.points
    .filter(({ date, value }) => isDay(date) && Number.isFinite(value))
    .toSorted((a, b) => compareText(a.date, b.date) || a.value - b.value);
  const [first] = points;
  const latest = points.at(-1);
  if (first === undefined || latest === undefined) return null;

  const [baseline, target] = [numberOrNull(input.baseline), numberOrNull(input.target)];
  const [start, due] = [dayOrNull(input.start), dayOrNull(input.due)];
  const pace =
    start !== null &&
    due !== null &&
    start < due &&
    baseline !== null &&
    target !== null &&
    baseline !== target
      ? { from: { date: start, value: baseline }, to: { date: due, value: target } }
      : null;
  const days = [first.date, latest.date, start, due].filter((day) => day !== null).toSorted(compareText);
  const [from = first.date, to = latest.date] = [days[0], days.at(-1)];
  return {
    ...input,
    title: plain(input.title),
    measure: (input.measure !== null && plain(input.measure)) || null,
    unit: input.unit === null ? null : plain(input.unit),
    marks: marksWithin(input.marks, from, to),
    points,
    first,
    latest,
    baseline,
    target,
    start,
    due,
    pace,
    from,
    to,
  };
}

function marksWithin(marks: readonly Mark[], from: Day, to: Day): readonly Mark[] {
  return marks
    .filter(({ date }) => isDay(date) && date >= from && date <= to)
    .map((mark) => ({ ...mark, label: plain(mark.label) }))
    .toSorted(
      (a, b) => compareText(a.date, b.date) || compareText(a.kind, b.kind) || compareText(a.label, b.label),
    )
    .slice(-mostMarks);
}

/** What XML cannot hold goes as well: a file of its own is read strictly. */
function plain(text: string): string {
  return toLine(text.replaceAll(/[\uFFFE\uFFFF]/g, ""), titleLength);
}

function numberOrNull(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

function dayOrNull(day: Day | null): Day | null {
  return day !== null && isDay(day) ? day : null;
}
