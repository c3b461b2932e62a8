import type { Reading } from "./reading.ts";

/** So many words may stand between who asks and that they ask: "the board of the foundation has now asked". */
const nearby = 5;

/** Whether a question says that somebody above or outside wants it answered, and not that the team took it up. */
export function isAskedByOthers(reading: Reading): boolean {
  const { tokens, at, has } = reading;
  if (has("takenUp")) return false;
  return tokens.some(
    (_, index) =>
      (at("outsiders", index) > 0 && follows(reading, "asking", index)) ||
      (at("askedFor", index) > 0 && follows(reading, "outsiders", index)) ||
      isMeantForOthers(reading, index),
  );
}

/** "For the report: …", "… for the field?". In the middle of a sentence these words may mean the work itself. */
function isMeantForOthers({ tokens, at }: Reading, index: number): boolean {
  const taken = at("forOthers", index);
  return taken > 0 && (index === 0 || index + taken === tokens.length);
}

function follows({ tokens, at }: Reading, list: "asking" | "outsiders", index: number): boolean {
  for (let next = index + 1; next <= Math.min(index + nearby, tokens.length - 1); next += 1)
    if (at(list, next) > 0) return true;
  return false;
}
