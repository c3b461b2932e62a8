import { scaleLinear, scaleUtc } from "d3-scale";

import type { Day } from "../../domain/types.ts";

export interface Tick<Value> {
  readonly value: Value;
  /** Where it lies along its axis. */
  readonly at: number;
}

export interface ValueScale {
  at(value: number): number;
  readonly ticks: readonly Tick<number>[];
  /** Between two ticks, in the values' unit. */
  readonly step: number;
}

export interface DayScale {
  at(day: Day): number;
  readonly ticks: readonly Tick<Day>[];
}

const dayMs = 86_400_000;
/** Values closer together than this share of their size are drawn as equal: below it is rounding, not change. */
const sameShare = 1e-9;

/**
 * From values to heights, with round ticks; the range is made wider so that it begins and ends on one.
 * @param ends heights of the lowest and the highest value.
 */
export function valueScale(values: readonly number[], ends: readonly [number, number]): ValueScale {
  // Sums and differences of the largest numbers there are would be infinite, so all are counted in the largest.
  const biggest = Math.max(...values.map(Math.abs));
  const size = biggest > 1e290 || (biggest > 0 && biggest < 1e-290) ? biggest : 1;
  const [low, high] = rangeOf(values.map((value) => value / size));
  const scale = scaleLinear([low, high], ends).nice(4).clamp(true);
  const steps = scale.ticks(4);
  const ticks = steps
    .map((value) => ({ value: value * size, at: scale(value) }))
    .filter(({ value }) => Number.isFinite(value));
  const [one = 0, two = 1] = steps;
  return { at: (value) => scale(value / size), ticks, step: (two - one) * size };
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low > size * sameShare) return [low, high];
  const room = size === 0 ? 1 : size / 10;
  return [low - room, high + room];
}

/** From days to places on the way, so that a gap in the results is as wide as it was long. */
export function dayScale(from: Day, to: Day, ends: readonly [number, number]): DayScale {
  const [first, last] = [toMs(from), toMs(to)];
  // A single day lies in the middle.
  const [low, high] = first < last ? [first, last] : [first - dayMs, last + dayMs];
  const scale = scaleUtc([low, high], ends);
  const days = new Set(scale.ticks(5).map((date) => date.toISOString().slice(0, 10)));
  const at = (day: Day): number => scale(toMs(day));
  const ticks = first < last ? [...days] : [from];
  return { at, ticks: ticks.map((day) => ({ value: day, at: at(day) })) };
}

function toMs(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
