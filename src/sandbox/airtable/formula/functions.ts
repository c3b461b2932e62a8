import { DateTime, type DateTimeUnit } from "luxon";
import { instantOf } from "../dates.ts";
import {
  compareValues,
  ERROR,
  isError,
  isTruthy,
  type Moment,
  toMoment,
  toText,
  type Value,
} from "./values.ts";

/** What a formula may ask about the row it stands in. */
export interface RowFacts {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Milliseconds; over the named fields, or over all when none is named. Null: never edited. */
  modifiedAt(fieldNames: readonly string[]): number | null;
  /** Milliseconds. */
  readonly now: number;
}

interface FormulaFunction {
  readonly least: number;
  readonly most: number;
  run(args: readonly Value[], row: RowFacts): Value;
}

const UNITS: Readonly<Record<string, DateTimeUnit>> = {
  millisecond: "millisecond",
  milliseconds: "millisecond",
  second: "second",
  seconds: "second",
  minute: "minute",
  minutes: "minute",
  hour: "hour",
  hours: "hour",
  day: "day",
  days: "day",
  week: "week",
  weeks: "week",
  month: "month",
  months: "month",
  year: "year",
  years: "year",
};

const DAY = 86_400_000;

/**
 * Functions whose arguments are plain values. IF is lazy and LAST_MODIFIED_TIME takes field names, so the
 * evaluator has those two. Anything else is refused rather than passed over: a filter that silently did
 * nothing would hide a mistake.
 */
export const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  AND: all(1, (args) => args.every(isTruthy)),
  OR: all(1, (args) => args.some(isTruthy)),
  NOT: exactly(1, ([value = null]) => !isTruthy(value)),
  TRUE: exactly(0, () => true),
  FALSE: exactly(0, () => false),
  BLANK: exactly(0, () => null),
  RECORD_ID: exactly(0, (_, row) => row.id),
  CREATED_TIME: exactly(0, (_, row) => moment(row.createdAt)),
  NOW: exactly(0, (_, row) => moment(row.now)),
  // Days begin at midnight UTC here, whatever zone the reader lives in.
  TODAY: exactly(0, (_, row) => ({ moment: Math.floor(row.now / DAY) * DAY, dateOnly: true })),
  IS_AFTER: exactly(2, ([a = null, b = null]) => compareMoments(a, b, (x, y) => x > y)),
  IS_BEFORE: exactly(2, ([a = null, b = null]) => compareMoments(a, b, (x, y) => x < y)),
  IS_SAME: between(2, 3, ([a = null, b = null, unit = null]) => isSame(a, b, unit)),
  DATETIME_PARSE: exactly(1, ([text = null]) => parsedMoment(text)),
  FIND: between(2, 3, (args) => position(args, 0)),
  SEARCH: between(2, 3, (args) => position(args, null)),
  LOWER: exactly(1, ([text = null]) => toText(text).toLowerCase()),
  UPPER: exactly(1, ([text = null]) => toText(text).toUpperCase()),
  TRIM: exactly(1, ([text = null]) => toText(text).trim()),
  LEN: exactly(1, ([text = null]) => toText(text).length),
  CONCATENATE: all(0, (args) => args.map(toText).join("")),
  EXACT: exactly(2, ([a = null, b = null]) => toText(a) === toText(b)),
  ARRAYJOIN: between(1, 2, ([list = null, by = ", "]) =>
    Array.isArray(list) ? list.map(toText).join(toText(by)) : toText(list),
  ),
};

type Run = (args: readonly Value[], row: RowFacts) => Value;

function between(least: number, most: number, run: Run): FormulaFunction {
  return {
    least,
    most,
    run: (args, row) => args.find(isError) ?? run(args, row),
  };
}

function exactly(count: number, run: Run): FormulaFunction {
  return between(count, count, run);
}

function all(least: number, run: Run): FormulaFunction {
  return between(least, Number.POSITIVE_INFINITY, run);
}

function moment(at: number): Moment {
  return { moment: at, dateOnly: false };
}

function compareMoments(left: Value, right: Value, test: (a: number, b: number) => boolean): Value {
  const [a, b] = [toMoment(left), toMoment(right)];
  return a !== null && b !== null && test(a, b);
}

function isSame(left: Value, right: Value, unit: Value): Value {
  const [a, b] = [toMoment(left), toMoment(right)];
  if (a === null || b === null) return false;
  if (unit === null) return compareValues(a, b) === 0;
  const known = UNITS[toText(unit).toLowerCase()];
  if (known === undefined) return ERROR;
  return DateTime.fromMillis(a, { zone: "utc" }).hasSame(DateTime.fromMillis(b, { zone: "utc" }), known);
}

function parsedMoment(text: Value): Value {
  if (text === null) return null;
  const at = toMoment(text) ?? instantOf(toText(text));
  return at === null ? ERROR : moment(at);
}

/** One-based; `absent` when the needle is not there. FIND and SEARCH differ in that, and SEARCH ignores case. */
function position(args: readonly Value[], absent: 0 | null): Value {
  const [needle = null, haystack = null, from = 1] = args;
  const fold = (value: Value): string => (absent === null ? toText(value).toLowerCase() : toText(value));
  const start = typeof from === "number" ? Math.max(0, from - 1) : 0;
  const at = fold(haystack).indexOf(fold(needle), start);
  return at === -1 ? absent : at + 1;
}
