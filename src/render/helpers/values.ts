import { HelperError } from "../markdown-value.ts";

/** What helpers may be given, checked where it arrives, so that a template's mistake gets a plain answer. */

export function asNumber(value: unknown, helper: string): number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new HelperError(`{{${helper} …}} takes a number, and this is ${nameOf(value)}.`);
}

/** How many: a whole number, 0 and more. */
export function asCount(value: unknown, helper: string): number | null {
  const count = asNumber(value, helper);
  if (count === null || (Number.isInteger(count) && count >= 0)) return count;
  throw new HelperError(`{{${helper} …}} takes a whole number from 0 on, and this is ${count}.`);
}

export function asText(value: unknown, helper: string): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  throw new HelperError(`{{${helper} …}} takes text, and this is ${nameOf(value)}.`);
}

export function asList(value: unknown, helper: string): readonly unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw new HelperError(`{{${helper} …}} takes a list, and this is ${nameOf(value)}.`);
}

/** An object with at least these fields. */
export function asFields<Name extends string>(
  value: unknown,
  helper: string,
  names: readonly Name[],
): Readonly<Record<Name, unknown>> | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "object" && names.every((name) => Object.hasOwn(value, name))) {
    return value as Record<Name, unknown>;
  }
  throw new HelperError(
    `{{${helper} …}} takes something with ${names.join(", ")}, and this is ${nameOf(value)}.`,
  );
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return "text";
  if (typeof value !== "object" || value === null) return `a ${typeof value}`;
  return `an object with ${Object.keys(value).sort().join(", ")}`;
}
