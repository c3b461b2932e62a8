import type { Sentences } from "../../../lib/languages.ts";
import { say } from "../../../lib/say.ts";

/** What speaks for a goal, said of the item in a part of a sentence. */
export const en = {
  mention: ({ what }) => say`its text has this goal's ${what}`,
  buildsOnIt: ({ kind, title }) => say`the ${kind} “${title}”, which builds on it, serves this goal`,
  belongsWith: ({ kind, title }) => say`it belongs with the ${kind} “${title}”, which serves this goal`,
  besideIt: ({ kind, title, others, fromKind, fromTitle }) => {
    const more = others === 0 ? "" : others === 1 ? " and one more item" : say` and ${others} more items`;
    return say`the ${kind} “${title}”${more} from the ${fromKind} “${fromTitle}”, as this one, ${others === 0 ? "serves" : "serve"} this goal`;
  },
  owner: () => "its owner works on this goal",
  participants: () => "people who took part work on this goal",
  onTheDay: ({ event }) => say`it is dated on the day of “${event}”, an event for this goal`,
  nearTheDay: ({ days, side, event }) =>
    say`it is dated ${days} ${days === 1 ? "day" : "days"} ${side} “${event}”, an event for this goal`,
  goalWords: ({ words }) => say`shares ${words} with this goal`,
  linkedWords: ({ words, items }) =>
    say`shares ${words} with ${items === 1 ? "an item" : say`${items} items`} linked to this goal`,
  goalMeaning: () => "reads like this goal",
  linkedMeaning: () => "reads like what is linked to this goal",
  byMeaningAlone: ({ reasons }) => say`${reasons}, though no words are shared`,
} as const satisfies Sentences<string>;

export type ReasonName = keyof typeof en;
