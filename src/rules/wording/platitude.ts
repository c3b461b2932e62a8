import { concreteWords, type Reading } from "./reading.ts";

/** Words of a remark that is true of any work; what is longer usually says something. */
const longest = 14;

/**
 * Whether a lesson holds nothing that was seen: no person, thing, place or number, and no method by name; only
 * words such as "communication", "key" and "plan ahead".
 */
export function isPlatitude(reading: Reading): boolean {
  const { tokens, has } = reading;
  if (tokens.length > longest || has("names") || has("methods") || has("doing")) return false;
  if (!has("platitude") && !has("abstract")) return false;
  return concreteWords(reading, ["platitude", "gathering"]).length === 0;
}
