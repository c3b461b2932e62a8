import type { Day } from "../domain/types.ts";
import { daysBetween } from "../domain/day.ts";
import type { Point } from "./series.ts";

export type PaceWord = "ahead" | "on" | "behind" | "too-early" | "no-data";

/** Why there is no pace, so that the report can name the one thing to add. */
export type PaceGap = "no-result" | "no-baseline" | "no-target" | "no-start" | "no-due" | "due-before-start";

export interface Pace {
  /** Fraction of the way from baseline to target; below 0 when it moved away, above 1 when it passed the target. null when unknown, and for goals that hold a level. */
  readonly progress: number | null;
  /** Where a straight line from start to due would be today, 0 to 1; null when start or due is not known. */
  readonly expected: number | null;
  readonly pace: PaceWord;
  /**
   * The same judgement on the day of the latest result, against where the line was then. Where it differs from
   * `pace`, time has passed since anybody counted, and the result itself may be further on.
   */
  readonly paceThen: PaceWord;
  /** The target is met or passed, whatever the pace. null when that cannot be told. */
  readonly reached: boolean | null;
  /** null when there is a pace. */
  readonly gap: PaceGap | null;
}

export interface PaceInput {
  readonly baseline: number | null;
  readonly target: number | null;
  readonly start: Day | null;
  readonly due: Day | null;
  readonly latest: Point | null;
  readonly today: Day;
}

/** How far from the line still counts as "on", as a fraction of the way. Our choice: docs/numbers.md says why. */
const tolerance = 0.1;
/** Less of the time than this gone: too early to say, as a line this short is shorter than the tolerance. */
const tooEarlyShare = 0.1;
/** Keeps 0.1 + 0.2 from deciding a verdict. */
const rounding = 1e-9;

/**
 * Progress and pace of one goal today; docs/numbers.md defines every case.
 *
 *     progress = (latest − baseline) / (target − baseline)
 *     expected = days from start to today / days from start to due, held within 0 to 1
 *     ahead: progress > expected + 0.10 · behind: progress < expected − 0.10 · else on
 *
 * - too-early: less than a tenth of the time is gone. One result is enough otherwise: the baseline is the other
 *   end of the line.
 * - baseline = target (hold a level): no progress; `on` while the latest value is within a tenth of the target's
 *   size (exactly equal for a target of 0), else `behind`. A due date is not needed.
 * - target passed: progress above 1, `reached`. Due day passed: expected stays 1.
 * - a target or baseline that was changed: the line is drawn through today's numbers; what it was before is not kept.
 * - something missing: `no-data`, and `gap` names the first thing to add.
 */
export function paceOf(input: PaceInput): Pace {
  const { baseline, target, latest, today } = input;
  const line = lineOf(input);
  if (latest === null) return unknown("no-result", line, today);
  if (target === null) return unknown("no-target", line, today);
  if (baseline === null) return unknown("no-baseline", line, today);
  if (baseline === target) return paceOfHeld(target, latest.value);

  const progress = (latest.value - baseline) / (target - baseline);
  const reached = progress >= 1 - rounding;
  if (typeof line === "string") {
    return { progress, expected: null, pace: "no-data", paceThen: "no-data", reached, gap: line };
  }
  const expected = line(today);
  return {
    progress,
    expected,
    pace: compare(progress, expected),
    paceThen: compare(progress, line(latest.date)),
    reached,
    gap: null,
  };
}

function compare(progress: number, expected: number): PaceWord {
  if (expected < tooEarlyShare - rounding) return "too-early";
  const lead = progress - expected;
  if (lead > tolerance + rounding) return "ahead";
  return lead < -tolerance - rounding ? "behind" : "on";
}

function paceOfHeld(target: number, value: number): Pace {
  const held = Math.abs(value - target) <= Math.abs(target) * (tolerance + rounding);
  const pace = held ? "on" : "behind";
  return { progress: null, expected: null, pace, paceThen: pace, reached: held, gap: null };
}

/** Where the straight line from start to due is on a day, 0 to 1; or what it lacks. */
type Line = (day: Day) => number;

function lineOf({ start, due }: PaceInput): Line | PaceGap {
  if (due === null) return "no-due";
  if (start === null) return "no-start";
  const whole = daysBetween(start, due);
  if (whole < 0) return "due-before-start";
  if (whole === 0) return (day) => (day >= due ? 1 : 0);
  return (day) => Math.min(1, Math.max(0, daysBetween(start, day) / whole));
}

function unknown(gap: PaceGap, line: Line | PaceGap, today: Day): Pace {
  return {
    progress: null,
    expected: typeof line === "string" ? null : line(today),
    pace: "no-data",
    paceThen: "no-data",
    reached: null,
    gap,
  };
}
