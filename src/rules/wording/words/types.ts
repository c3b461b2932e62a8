/**
 * What the wording rules know about one language. Every entry is a word or a phrase, in lower case; accents and
 * plain plurals are matched without being listed; a word that ends in `*` matches every ending, one that starts with `*` every
 * beginning.
 */
export const wordListNames = [
  "function",
  "empty",
  "abstract",
  "describing",
  "names",
  "methods",
  "tools",
  "doing",
  "handling",
  "fidelity",
  "result",
  "circumstance",
  "safety",
  "outside",
  "everyone",
  "service",
  "activity",
  "gathering",
  "done",
  "vanity",
  "effect",
  "attendance",
  "satisfaction",
  "intention",
  "outsiders",
  "asking",
  "askedFor",
  "forOthers",
  "takenUp",
  "platitude",
  "setting",
  "doubt",
] as const;

export type WordListName = (typeof wordListNames)[number];

/**
 * - `function`: words that carry no content; they also tell which language a text is in.
 * - `empty`: words that say nothing by themselves about what should change (improve, better, team, sector).
 * - `abstract`: nouns that are no end when they stand alone (collaboration, alignment).
 * - `describing`: words beside an abstract noun that leave it abstract (social, lifelong).
 * - `names`: frameworks, and the tools of learning themselves (OKR, theory of change, retrospective).
 * - `methods`: nouns for a way of working (framework, protocol); `tools`: the same when a verb says so (manual, plan).
 * - `doing`: verbs of putting a method in place; `handling`: verbs that do so when a method follows (follow, use).
 * - `fidelity`: doing it as written.
 * - `result`: what announces a result (so that, which should).
 * - `circumstance`: what announces when or despite what: the question goes on (when, while).
 * - `safety`: where following to the letter protects people, or the law asks for it.
 * - `outside`: people the work is for; what they take up is a result.
 * - `everyone`: words that ask it of all (every, all); `service`: what people attend because they need it (school).
 * - `gathering`: what is held for people to come to (workshop); `activity`: what else a team holds or makes; `done`: verbs of having held or made it; `vanity`: counts of being seen.
 * - `effect`: words of a change in somebody or something else.
 * - `attendance`, `satisfaction`: measures of having been there, and of having liked it.
 * - `intention`: openings of a plan or a belief rather than a bet.
 * - `outsiders`: whoever asks from above or outside (funder, ministry); `asking`: what they do (wants to know);
 *   `askedFor`: phrases that name a question as theirs (at the request of); `forOthers`: what it is meant for, when a question starts or ends with that (for the report); `takenUp`: the team has made it its own.
 * - `setting`: what announces when something is counted (after, before).
 * - `doubt`: asks whether something that brought no change was ever done (did not work, was never used).
 * - `platitude`: words of lessons that are true of any work (key, essential, plan ahead).
 */
export type WordLists = Readonly<Record<WordListName, readonly string[]>>;

export interface LanguageWords {
  readonly lists: WordLists;
  /** Pronouns or verb endings that make the team itself the one who acts. */
  readonly we: RegExp;
  /** How the language writes "to do something": the word before, what follows it, and what never is a verb there. */
  readonly purpose: {
    readonly word: string;
    /** Matches a verb's form; null where verbs have no form of their own. */
    readonly verb: RegExp | null;
    readonly neverVerbs: readonly string[];
  };
}
