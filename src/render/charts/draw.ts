import type { Element, ElementContent } from "hast";

import { chartAmounts, type ChartAmounts } from "./amounts.ts";
import { nameDays, sayDay } from "./days.ts";
import { describeChart, markKinds } from "./describe.ts";
import { drawLegend } from "./legend.ts";
import { fontSize, shapes, width } from "./look.ts";
import { line, named, part, place, widthOf, within, written } from "./parts.ts";
import { dayScale, valueScale, type DayScale, type ValueScale } from "./scales.ts";
import type { Settled } from "./settle.ts";

/** A drawing and how high it is; `width` wide. */
export interface Drawing {
  readonly height: number;
  readonly children: readonly ElementContent[];
  /** In sentences. */
  readonly words: string;
}

/** Where things lie. Heights are counted from the top. */
const top = 12;
const plotHeight = 150;
const rightEdge = width - 14;
const labelRoom = 96;
const markRow = 15;
const lineHeight = 20;
/** More would run together. */
const mostDots = 60;

interface Frame {
  readonly chart: Settled;
  readonly amounts: ChartAmounts;
  readonly x: DayScale;
  readonly y: ValueScale;
  readonly left: number;
  readonly bottom: number;
}

/** The result as a line over its days, the target and the expected pace behind it, the marks below. */
export function draw(chart: Settled): Drawing {
  const { points, target, pace, unit, locale } = chart;
  const amounts = chartAmounts(locale, unit);
  const bottom = top + plotHeight;
  const values = [
    ...points.map(({ value }) => value),
    ...(target === null ? [] : [target]),
    ...(pace === null ? [] : [pace.from.value]),
  ];
  const y = valueScale(values, [bottom, top]);
  const labels = y.ticks.map(({ value }) => amounts.ticks(y.step)(value));
  const left = Math.min(labelRoom, Math.max(...labels.map(widthOf), 0)) + 10;
  const x = dayScale(chart.from, chart.to, [left + 4, rightEdge]);
  const frame = { chart, amounts, x, y, left, bottom };

  const marks = drawMarks(frame);
  const daysAt = marks.bottom + fontSize + 2;
  const legend = drawLegend(chart, daysAt + lineHeight);
  return {
    height: legend.bottom + 6,
    words: describeChart(chart, amounts),
    children: [
      ...drawGrid(frame, labels),
      ...drawDays(frame, daysAt),
      ...marks.lines,
      ...drawExpected(frame),
      ...drawResult(frame),
      ...marks.shapes,
      ...drawLabels(frame),
      ...legend.children,
    ],
  };
}

function drawGrid({ y, left }: Frame, labels: readonly string[]): readonly Element[] {
  return y.ticks.flatMap(({ at }, index) => [
    line("grid", [left, at], [rightEdge, at]),
    written(labels[index] ?? "", {
      x: left - 6,
      y: at + fontSize * 0.35,
      anchor: "end",
      look: ["words", "quiet"],
      room: labelRoom,
    }),
  ]);
}

/** Names that would touch the one before are left out. */
function drawDays({ chart, x, left, bottom }: Frame, at: number): readonly Element[] {
  const name = nameDays(
    x.ticks.map(({ value }) => value),
    chart.locale,
  );
  let free = 0;
  return x.ticks.flatMap((tick) => {
    const text = name(tick.value);
    const half = Math.min(widthOf(text), width) / 2;
    const middle = within(tick.at, half, width - half);
    const ground = line("grid", [tick.at, bottom], [tick.at, bottom + 4]);
    if (middle - half < Math.max(free, left / 2)) return [ground];
    free = middle + half + 10;
    return [
      ground,
      written(text, { x: middle, y: at, anchor: "middle", look: ["words", "quiet"], room: width }),
    ];
  });
}

function drawExpected({ chart: { target, pace }, x, y, left }: Frame): readonly Element[] {
  return [
    ...(pace === null
      ? []
      : [
          line(
            "pace",
            [x.at(pace.from.date), y.at(pace.from.value)],
            [x.at(pace.to.date), y.at(pace.to.value)],
          ),
        ]),
    ...(target === null ? [] : [line("target", [left, y.at(target)], [rightEdge, y.at(target)])]),
  ];
}

function drawResult({ chart: { points, latest, locale }, amounts, x, y }: Frame): readonly Element[] {
  const day = sayDay(locale);
  const path = points.map(({ date, value }) => `${place(x.at(date))},${place(y.at(value))}`).join(" ");
  const dotted = points.length <= mostDots ? points : [latest];
  const dots = dotted.map((point) =>
    part(
      "circle",
      "dot",
      { cx: place(x.at(point.date)), cy: place(y.at(point.value)), r: point === latest ? "4" : "2.5" },
      [named(`${day(point.date)}: ${amounts.full(point.value)}`)],
    ),
  );
  return [...(points.length > 1 ? [part("polyline", "result", { points: path })] : []), ...dots];
}

/**
 * The target by its line where the result began; the latest result behind its dot where there is room, else above or
 * below it: where the line does not come from, unless the target is there.
 */
function drawLabels({
  chart: { target, points, latest, words },
  amounts,
  x,
  y,
  left,
  bottom,
}: Frame): readonly Element[] {
  const [high, low] = [top + fontSize * 0.8, bottom - 4];
  const look = ["words", "halo"] as const;
  const goal = target === null ? null : y.at(target);
  const at = y.at(latest.value);
  const before = y.at(points.at(-2)?.value ?? latest.value);
  const [above, below] = [at - 9, at + fontSize + 6];
  const [first, second] = before < at ? [below, above] : [above, below];
  const taken = goal !== null && Math.abs(goal - (first - fontSize * 0.35)) < fontSize * 0.7;
  const beside = taken ? second : first;
  const value = amounts.short(latest.value);
  const half = Math.min(widthOf(value), width / 2) / 2;
  const behind = x.at(latest.date) + 8;
  const shown =
    behind + half * 2 < width - 4
      ? { x: behind, y: within(at + fontSize * 0.35, high, low) }
      : {
          x: within(x.at(latest.date), left + half, width - 4 - half),
          y: within(beside, high, low),
          anchor: "middle" as const,
        };
  return [
    ...(target === null || goal === null
      ? []
      : [
          written(`${words.target} ${amounts.short(target)}`, {
            x: left + 6,
            y: within(goal - 6 < high ? goal + fontSize + 2 : goal - 6, high, low),
            look,
            room: width / 2,
          }),
        ]),
    written(value, { ...shown, look, room: width / 2 }),
  ];
}

interface Marks {
  readonly lines: readonly Element[];
  readonly shapes: readonly Element[];
  readonly bottom: number;
}

/** A row for each kind of mark that there is, and a faint line up from each day. */
function drawMarks({ chart: { marks, words }, x, bottom }: Frame): Marks {
  const kinds = markKinds.filter((kind) => marks.some((mark) => mark.kind === kind));
  const drawn = kinds.flatMap((kind, row) => {
    const at = bottom + 6 + markRow * (row + 0.5);
    return marks
      .filter((mark) => mark.kind === kind)
      .map(({ date, label }) => {
        const shape = { d: shapes[kind], transform: `translate(${place(x.at(date))} ${place(at)})` };
        return {
          line: line("since", [x.at(date), top], [x.at(date), at]),
          shape: part("path", "mark", shape, [named(`${words.marks[kind]}: ${label}`)]),
        };
      });
  });
  return {
    lines: drawn.map(({ line }) => line),
    shapes: drawn.map(({ shape }) => shape),
    bottom: bottom + (kinds.length === 0 ? 0 : 6 + markRow * kinds.length),
  };
}
