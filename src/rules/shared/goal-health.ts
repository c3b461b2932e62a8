import type { Day, Goal, Portfolio } from "../../domain/types.ts";
import { paceOf, type PaceWord } from "../../insight/pace.ts";
import { seriesOf } from "./goal-results.ts";
import { rememberFor } from "../../lib/remember.ts";
import { holdsWord } from "./words.ts";

/** `troubled`: off track, at risk, behind. `unknown`: no word and no numbers say. */
export type GoalHealth = "well" | "troubled" | "blocked" | "unknown";

export interface HealthWords {
  readonly troubled: readonly string[];
  readonly well: readonly string[];
  readonly blocked: readonly string[];
}

/** Status words in the languages of the built-in status lists. The options of the rules that use them start from these. */
export const healthWords: HealthWords = {
  troubled: [
    ..."off track,not on track,at risk,behind,late,delayed,red,amber,yellow,in trouble,stuck,needs attention,uncertain,slipping".split(
      ",",
    ),
    ..."en riesgo,atrasado,atrasada,retrasado,retrasada,rojo,en retard,à risque,gefährdet,im rückstand".split(
      ",",
    ),
    ..."em risco,🔴,🟡,🟠".split(","),
  ],
  well: [
    ..."on track,ahead,green,healthy,going well,steady,stable".split(","),
    ..."en marcha,bien encaminado,al día,verde,en bonne voie,auf kurs,im plan,no prazo,🟢".split(","),
  ],
  blocked: "blocked,waiting,on hold,paused,bloqueado,bloqueada,en pausa,bloqué,blockiert,em pausa".split(","),
};

/**
 * How each goal is, as the team says in its status; where the status says nothing, by its numbers, with the pace
 * that the report shows.
 */
export function healthOfGoals(
  portfolio: Portfolio,
  today: Day,
  words: HealthWords = healthWords,
): (goal: Goal) => GoalHealth {
  return (goal) => healthByStatus(goal.status, words) ?? healthByPace(goal, portfolio, today);
}

/** What the status says of a goal; null when it says nothing about that. */
export function healthByStatus(status: string | null, words: HealthWords): GoalHealth | null {
  if (status === null) return null;
  const says = (list: readonly string[]): boolean => {
    const { spoken, signs } = partsOf(list);
    return holdsWord(status, spoken) || signs.some((sign) => status.includes(sign));
  };
  if (says(words.blocked)) return "blocked";
  if (says(words.troubled)) return "troubled";
  return says(words.well) ? "well" : null;
}

/** Words, and signs such as coloured dots. */
const partsOf = rememberFor((list: readonly string[]) => ({
  spoken: list.filter(isWord),
  signs: list.filter((text) => !isWord(text)),
}));

function isWord(text: string): boolean {
  return /\p{Letter}|\p{Number}/u.test(text);
}

function healthByPace(goal: Goal, portfolio: Portfolio, today: Day): GoalHealth {
  const { baseline, target, start, due } = goal;
  const { latest } = seriesOf(goal, portfolio, today);
  const { pace, reached } = paceOf({ baseline, target, start, due, latest, today });
  if (reached === true) return "well";
  return healthByWord[pace];
}

const healthByWord: Readonly<Record<PaceWord, GoalHealth>> = {
  ahead: "well",
  on: "well",
  behind: "troubled",
  "too-early": "unknown",
  "no-data": "unknown",
};
