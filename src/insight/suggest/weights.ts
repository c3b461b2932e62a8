import type { Weights } from "./rank.ts";

/**
 * What was given and what was learnt, and why, is in docs/decisions/0009-goal-suggestions.md. Learnt from the tuned
 * half of the bench (`npm run bench -- linking learn`): `none`, `tie` and the two kinds of meaning. Given, because the
 * bench cannot teach them: `mention`, which it has none of; the words, which it avoids on purpose and real teams do
 * not; owners and dates, whose worth there would only repeat the rates that were assumed.
 */
export const withMeaning: Weights = {
  none: 2.26,
  signals: {
    mention: 6,
    tie: 3.84,
    owner: 2,
    date: 1.5,
    goalWords: 4,
    linkedWords: 3,
    goalMeaning: 5.97,
    linkedMeaning: 6.47,
  },
};

/** The same without the encoder, and for texts that it cannot read: there words have to carry more. */
export const withoutMeaning: Weights = {
  none: 0.8,
  signals: { mention: 6, tie: 4.01, owner: 2, date: 1.5, goalWords: 8, linkedWords: 6 },
};

/**
 * A first suggestion is shown from this likelihood on: the lowest, in steps of 0.05, at which fewer than one in ten
 * items of the tuned half is shown a wrong one in every column of the bench.
 */
export const speakFrom = 0.5;

/** A second and third from this one on: next to a likelier first, a one-in-ten chance is worth a glance. */
export const alsoFrom = 0.1;
