import type { Lexicon } from "./lexicon.ts";
import { readIn, readTokens, type Reading } from "./reading.ts";

/** Whether every measure of a list is about the team's own doing: as written, attended, liked, held. */
export function onlyMeasuresDoing(text: string, lexicon: Lexicon): boolean {
  const parts = text
    .split(/[;,\n•·/+]|\s(?:and|plus|y|más)\s/iu)
    .map((part) => readIn(part, lexicon))
    .filter(({ tokens }) => tokens.length > 0);
  const doing: boolean[] = [];
  // "Leaflets printed and distributed": the second half speaks of what the first half names.
  for (const part of parts)
    doing.push(measuresDoing(part) || (doing.at(-1) === true && part.at("done", 0) > 0));
  // "Field days held and farmers attending": who came, to what the list itself holds.
  const holds = parts.some(
    (part, at) => doing[at] === true && (part.has("gathering") || part.has("activity")),
  );
  return parts.length > 0 && parts.every((part, at) => doing[at] === true || (holds && countsComers(part)));
}

function measuresDoing(whole: Reading): boolean {
  const part = withoutSetting(whole);
  const { has } = part;
  if (has("safety") || has("outside")) return false;
  if (has("attendance") && has("service")) return false;
  if (namesEffect(part)) return false;
  if (has("fidelity") || has("satisfaction") || has("attendance") || has("gathering")) return true;
  if (has("vanity")) return true;
  if (has("done") && (has("activity") || has("tools"))) return true;
  return has("names") || has("methods") || (has("handling") && has("tools"));
}

/** Only that people came: nothing about what they did with it. */
function countsComers({ has }: Reading): boolean {
  return has("outside") && has("attendance") && !has("service") && !has("safety") && !has("effect");
}

/**
 * Without what comes after "after", "before" or "since": that is when something is counted, and not what. "Offers
 * made after an interview" counts offers.
 */
function withoutSetting(reading: Reading): Reading {
  const end = reading.find("setting", 1);
  if (end === -1) return reading;
  return readTokens(reading.tokens.slice(0, end), reading.lexicon);
}

/** Whether a change in somebody or something is named; the "open" of an "open rate" is none. */
function namesEffect({ tokens, at }: Reading): boolean {
  let index = 0;
  while (index < tokens.length) {
    const counted = Math.max(at("vanity", index), at("satisfaction", index));
    if (counted === 0 && at("effect", index) > 0) return true;
    index += Math.max(1, counted);
  }
  return false;
}

/** Whether a measure only says how far a framework has got: "% of offices using the framework". */
export function isMethodMeasure(measure: Reading): boolean {
  return (
    measure.has("names") ||
    measure.has("methods") ||
    measure.has("tools") ||
    measure.has("doing") ||
    measuresDoing(measure)
  );
}
