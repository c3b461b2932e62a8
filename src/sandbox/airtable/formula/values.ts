import { instantOf, isoOf } from "../dates.ts";

/** A moment in a formula; `dateOnly` when it came from a date cell. */
export interface Moment {
  readonly moment: number;
  readonly dateOnly: boolean;
}

/** What a part that cannot be computed is worth. */
export interface FormulaError {
  readonly error: string;
}

/** Null is BLANK(). */
export type Value = null | string | number | boolean | Moment | FormulaError | readonly Value[];

/** The one error value; it spreads through whatever uses it. */
export const ERROR: FormulaError = { error: "#ERROR!" };

export function isError(value: Value): value is FormulaError {
  return typeof value === "object" && value !== null && "error" in value;
}

export function isMoment(value: Value): value is Moment {
  return typeof value === "object" && value !== null && "moment" in value;
}

/** Kept by a filter unless it is 0, false, "", NaN, [] or an error (list records page). */
export function isTruthy(value: Value): boolean {
  if (value === null || isError(value)) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "number") return value !== 0 && !Number.isNaN(value);
  if (typeof value === "string") return value !== "";
  return value !== false;
}

/** Lists are joined with a comma and a space, which is why names that hold commas are ambiguous in filters. */
export function toText(value: Value): string {
  if (value === null) return "";
  if (isError(value)) return value.error;
  if (isMoment(value)) {
    const iso = isoOf(value.moment);
    return value.dateOnly ? iso.slice(0, 10) : iso;
  }
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "object") return value.map(toText).join(", ");
  return String(value);
}

/** Null when the value is no number; blank counts as 0. */
export function toNumber(value: Value): number | null {
  if (value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (Array.isArray(value) && value.length === 1) return toNumber(value[0] ?? null);
  return null;
}

/** Milliseconds since the epoch, or null when the value is no date. */
export function toMoment(value: Value): number | null {
  if (value === null) return null;
  if (isMoment(value)) return value.moment;
  if (typeof value === "string") return instantOf(value);
  if (Array.isArray(value) && value.length === 1) return toMoment(value[0] ?? null);
  return null;
}

/** Below 0, 0 or above 0, the way `=` and `<` see two values. */
export function compareValues(left: Value, right: Value): number {
  if (isMoment(left) || isMoment(right)) {
    const [a, b] = [toMoment(left), toMoment(right)];
    if (a !== null && b !== null) return a - b;
  }
  if (isNumeric(left) || isNumeric(right)) {
    const [a, b] = [toNumber(left), toNumber(right)];
    if (a !== null && b !== null) return a - b;
  }
  const [a, b] = [toText(left), toText(right)];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function isNumeric(value: Value): boolean {
  return typeof value === "number" || typeof value === "boolean";
}
