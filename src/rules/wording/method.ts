import { isNumber } from "./tokens.ts";
import { concreteWords, saysWhatFor, type Reading } from "./reading.ts";

/**
 * Whether a question or goal is about putting a method in place, or about doing it as written, and ends there.
 * Silent where following to the letter protects people, where people outside the team take something up, and
 * where the sentence goes on to say what for.
 */
export function isAboutDoingMethod(reading: Reading): boolean {
  if (reading.has("safety")) return false;
  const at = methodAt(reading);
  if (at === -1 || saysWhatFor(reading, at + 1) || reading.has("circumstance", at + 1)) return false;
  return !outsideTakesUp(reading, at);
}

/** Where the sentence turns to the method; -1 when it does not. */
function methodAt(reading: Reading): number {
  const { find, has } = reading;
  const doing = find("doing");
  if (
    doing !== -1 &&
    (hasMethod(reading, doing + 1) || has("tools", doing + 1) || hasName(reading, doing + 1))
  )
    return doing;
  // The verb nearest to the method is the one that handles it: "How do people follow the model?"
  const toAll = has("everyone");
  let handled = -1;
  for (let at = find("handling"); at !== -1; at = find("handling", at + 1))
    if (hasMethod(reading, at + 1) || (toAll && has("tools", at + 1))) handled = at;
  if (handled !== -1) return handled;
  const fidelity = find("fidelity");
  if (fidelity !== -1 && (hasMethod(reading, 0) || has("tools"))) return fidelity;
  // Coming to what is held for learning's own sake.
  const coming = find("attendance");
  return coming !== -1 && has("names", coming + 1) ? coming : -1;
}

function hasMethod({ has }: Reading, from: number): boolean {
  return has("names", from) || has("methods", from);
}

/** The word behind "implement" or "roll out" that is written as a name is taken for a method's. */
function hasName({ tokens }: Reading, from: number): boolean {
  return tokens.slice(from, from + 2).some(({ name }) => name);
}

/** "… for customers to adopt …", "customers who follow …": what people outside take up is a result. */
function outsideTakesUp({ find, at: lengthAt }: Reading, at: number): boolean {
  for (
    let outside = find("outside");
    outside !== -1 && outside < at;
    outside = find("outside", outside + 1)
  ) {
    // "Client teams", "user groups": people of the team's own side.
    if (lengthAt("empty", outside + 1) === 0) return true;
  }
  return false;
}

/** The most words beside the method that leave it the subject: "our reviews are long, late and dull". */
const mostBeside = 3;

/** Whether a sentence of any kind is about how the team works or learns rather than about the work. */
export function isMethodTalk(reading: Reading): boolean {
  if (isAboutDoingMethod(reading)) return true;
  const { find, has } = reading;
  if (has("outside") || has("result")) return false;
  const beside = concreteWords(reading, ["handling", "tools", "fidelity"]).length;
  return find("names") === -1 ? has("methods") && beside < mostBeside : beside <= mostBeside;
}

/** Whether a goal's own words put a method in place: a framework, not whatever the team builds for people. */
export function isMethodGoal(reading: Reading): boolean {
  const { find, has } = reading;
  if (has("safety")) return false;
  const named = find("names");
  const method = named === -1 ? find("methods") : named;
  if (method === -1) return false;
  const verbs = [find("doing"), find("handling")].filter((index) => index !== -1);
  const start = Math.min(method, ...verbs);
  if (verbs.length === 0 && (named === -1 || besides(reading) > 0)) return false;
  return !saysWhatFor(reading, start + 1) && !outsideTakesUp(reading, start);
}

function besides(reading: Reading): number {
  return concreteWords(reading, ["fidelity"]).filter((token) => !isNumber(token)).length;
}
