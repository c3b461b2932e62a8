/**
 * Looking into JSON of others, whose shape is promised but not certain. Nothing here throws: what is not there
 * is empty, so that a field added or left out by a service never stops a run.
 */
export type LooseRecord = Readonly<Record<string, unknown>>;

const nothing: LooseRecord = Object.freeze({});

export function asRecord(value: unknown): LooseRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as LooseRecord)
    : nothing;
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text itself; null for anything else. */
export function asText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** A finite number; null for anything else. */
export function asNumber(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** The parsed text; undefined when it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
