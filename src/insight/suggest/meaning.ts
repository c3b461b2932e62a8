import type { LearningItem } from "../../domain/types.ts";
import type { Signal, SuggestContext } from "./context.ts";
import { textOf, textOfGoal } from "../texts.ts";
import { readsAsEnglish } from "./words.ts";

/** Gives vectors of length 1, one a text, in their order; null when it cannot. */
export type Embed = (texts: readonly string[]) => Promise<Float32Array[] | null>;

/** Of each goal the latest linked items, which say in the team's own words what it is about. */
const linkedEncoded = 4;

/** And of all goals together: the encoder takes 10 to 20 ms a text. */
const linkedEncodedInAll = 200;

/**
 * All texts of a team have much in common, which says nothing about goals: this share of the common direction is
 * taken out before comparing. Tried from 0 to 1 on the tuning teams; a half ranked best.
 */
const commonTakenOut = 0.5;

/** The share of a team's texts that must be in English, of those that tell, before the English encoder is asked at all. */
const englishTexts = 0.6;

/** Vectors of what can be compared by meaning; anything else is null and left to the other signals. */
export interface Meaning {
  readonly ofItem: (item: LearningItem) => Float32Array | null;
  readonly ofGoals: readonly (Float32Array | null)[];
  readonly ofLinked: readonly (readonly Float32Array[])[];
}

/** Asks the encoder once for everything. Null when there is nothing in English to compare, or nothing to do it with. */
export async function readMeaning(
  { goals, linkedTo, unlinked }: SuggestContext,
  embed: Embed,
): Promise<Meaning | null> {
  const each = Math.min(linkedEncoded, Math.floor(linkedEncodedInAll / Math.max(1, goals.length)));
  const goalTexts = goals.map(textOfGoal);
  const linkedTexts = linkedTo.map((items) => items.slice(0, each).map(textOf).filter(isReadable));
  const texts = new Map(
    unlinked.map((item) => [item.id, textOf(item)] as const).filter(([, text]) => isReadable(text)),
  );
  if (texts.size === 0 || !isMostlyEnglish([...goalTexts, ...linkedTexts.flat(), ...texts.values()]))
    return null;

  const learningTexts = [...new Set([...linkedTexts.flat(), ...texts.values()])];
  const ofGoalTexts = await vectorsFor([...new Set(goalTexts.filter(isLatin))], embed);
  const ofLearning = await vectorsFor(learningTexts, embed);
  if (ofGoalTexts === null || ofLearning === null) return null;
  return {
    ofItem: (item) => ofLearning.get(texts.get(item.id) ?? "") ?? null,
    ofGoals: goalTexts.map((text) => ofGoalTexts.get(text) ?? null),
    ofLinked: linkedTexts.map((list) => list.flatMap((text) => ofLearning.get(text) ?? [])),
  };
}

/** A short text that could be any language is taken for the team's. */
function isReadable(text: string): boolean {
  return readsAsEnglish(text) !== false;
}

/** Goals are terse, and leaving one out is worse than reading it badly: in an English team any Latin text will do. */
function isLatin(text: string): boolean {
  return !/(?!\p{Script=Latin})\p{L}/u.test(text);
}

function isMostlyEnglish(texts: readonly string[]): boolean {
  const telling = texts.map(readsAsEnglish).filter((answer) => answer !== null);
  return telling.filter((isEnglish) => isEnglish).length >= englishTexts * telling.length;
}

export function goalMeaningSignal(meaning: Meaning): Signal {
  return {
    name: "goalMeaning",
    weigh(item) {
      const vector = meaning.ofItem(item);
      return Float64Array.from(meaning.ofGoals, (goal) =>
        vector === null || goal === null ? 0 : dot(vector, goal),
      );
    },
    why: () => ({ message: "goalMeaning", values: {} }),
  };
}

export function linkedMeaningSignal(meaning: Meaning): Signal {
  return {
    name: "linkedMeaning",
    weigh(item) {
      const vector = meaning.ofItem(item);
      return Float64Array.from(meaning.ofLinked, (linked) =>
        vector === null ? 0 : likenessTo(vector, linked),
      );
    },
    why: () => ({ message: "linkedMeaning", values: {} }),
  };
}

/** The mean of the two nearest: one may be near by chance, and all of them blur the goal's different sides. */
function likenessTo(vector: Float32Array, linked: readonly Float32Array[]): number {
  const nearest = linked
    .map((one) => dot(vector, one))
    .sort((a, b) => b - a)
    .slice(0, 2);
  return nearest.reduce((sum, likeness) => sum + likeness, 0) / Math.max(1, nearest.length);
}

async function vectorsFor(
  texts: readonly string[],
  embed: Embed,
): Promise<ReadonlyMap<string, Float32Array> | null> {
  const inOrder = texts.toSorted();
  const vectors = await embed(inOrder);
  if (vectors === null) return null;
  const common = meanOf(vectors);
  return new Map(inOrder.map((text, index) => [text, without(vectors[index]!, common)]));
}

function meanOf(vectors: readonly Float32Array[]): Float64Array {
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) vector.forEach((value, place) => (mean[place]! += value / vectors.length));
  return mean;
}

/** The vector with part of the common direction taken out, back at length 1. */
function without(vector: Float32Array, common: Float64Array): Float32Array {
  const rest = vector.map((value, place) => value - commonTakenOut * common[place]!);
  const length = Math.sqrt(dot(rest, rest));
  return length === 0 ? rest : rest.map((value) => value / length);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let place = 0; place < a.length; place += 1) sum += a[place]! * b[place]!;
  return sum;
}
