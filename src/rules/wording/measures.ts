import type { Lexicon } from "./lexicon.ts";
import { readIn, type Reading } from "./reading.ts";

/** Whether every measure of a list is about the team's own doing: as written, attended, liked, held. */
export function onlyMeasuresDoing(text: string, lexicon: Lexicon): boolean {
  const parts = text
    .split(/[;,\n•·/+]|\s(?:and|plus|y|más)\s/iu)
    .map((part) => readIn(part, lexicon))
    .filter(({ tokens }) => tokens.length > 0);
  return parts.length > 0 && parts.every(measuresDoing);
}

function measuresDoing(part: Reading): boolean {
  const { has } = part;
  if (has("safety") || has("outside")) return false;
  if (has("attendance") && has("service")) return false;
  if (has("effect")) return false;
  if (has("fidelity") || has("satisfaction") || has("attendance") || has("gathering")) return true;
  if (has("vanity")) return true;
  if (has("done") && (has("activity") || has("tools"))) return true;
  return has("names") || has("methods") || (has("handling") && has("tools"));
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
