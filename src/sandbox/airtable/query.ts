import { invalidRequest } from "./errors.ts";
import type { Json, JsonObject } from "./json.ts";

/** A tree being built from keys such as `sort[0][field]`. */
type Branch = Map<string, Branch | string>;

/**
 * Reads the nested keys of a query: `fields[]=a`, `fields[0]=a`, `fields=a` (a list when repeated) and
 * `sort[0][field]=a`. Every value stays text.
 */
export function nestQuery(query: Readonly<Record<string, readonly string[]>>): JsonObject {
  const root: Branch = new Map();
  for (const [key, values] of Object.entries(query)) {
    const [head = "", ...inner] = key.split("[").map((part) => part.replace(/\]$/, ""));
    if (inner.length === 0 && values.length > 1) inner.push("");
    for (const value of values) plant(root, [head, ...inner], value);
  }
  return grown(root) as JsonObject;
}

function plant(branch: Branch, [head = "", ...rest]: readonly string[], value: string): void {
  const key = head === "" ? String(branch.size) : head;
  if (rest.length === 0) {
    branch.set(key, value);
    return;
  }
  const next = branch.get(key);
  const inner: Branch = next instanceof Map ? next : new Map();
  branch.set(key, inner);
  plant(inner, rest, value);
}

function grown(branch: Branch): Json {
  const entries = [...branch].map(
    ([key, value]) => [key, value instanceof Map ? grown(value) : value] as const,
  );
  const isList = entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key));
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

/** Refuses keys that the route does not know, unless the stand-in is lenient. @throws {Refusal} 422 */
export function checkKeys(given: JsonObject, known: readonly string[], strict: boolean): void {
  if (!strict) return;
  const stray = Object.keys(given).find((key) => !known.includes(key));
  if (stray !== undefined) throw invalidRequest(`parameter "${stray}" is not known here`);
}
