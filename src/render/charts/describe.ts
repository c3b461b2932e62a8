import type { MarkKind } from "../../report/model.ts";
import type { ChartAmounts } from "./amounts.ts";
import { sayDay } from "./days.ts";
import type { Settled } from "./settle.ts";

export const markKinds = ["insight", "bet", "review"] as const satisfies readonly MarkKind[];

/** The chart in sentences, for those who do not see it. They say what lies beside what, never why. */
export function describeChart(chart: Settled, amounts: ChartAmounts): string {
  const { words, locale, points, first, latest, target, due, pace } = chart;
  const day = sayDay(locale);
  const dated = ({ date, value }: { readonly date: string; readonly value: number }) => ({
    value: amounts.full(value),
    day: day(date),
  });
  const results =
    points.length === 1
      ? words.oneResult(amounts.full(latest.value), day(latest.date))
      : words.results(points.length, dated(first), dated(latest));
  const aim =
    target === null ? words.noTarget : words.targetBy(amounts.full(target), due === null ? null : day(due));
  return [
    results,
    aim,
    ...(pace === null ? [] : [words.paceFrom(amounts.full(pace.from.value), day(pace.from.date))]),
    ...describeMarks(chart, day),
  ].join(" ");
}

function describeMarks({ marks, words }: Settled, day: (date: string) => string): readonly string[] {
  const kinds = markKinds.flatMap((kind) => {
    const ofKind = marks.filter((mark) => mark.kind === kind);
    const latest = ofKind.at(-1);
    if (latest === undefined) return [];
    const [name, on] = [words.marks[kind], day(latest.date)];
    return ofKind.length === 1 ? [words.markedOnce(name, on)] : [words.markedOften(name, ofKind.length, on)];
  });
  return kinds.length === 0 ? [] : [words.marked(kinds.join("; "))];
}
