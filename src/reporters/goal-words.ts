import type { GoalVerdict } from "../domain/goal-judgement.ts";
import type { FindingGroup } from "./group-findings.ts";
import { shortLine } from "./plain.ts";

/** A verdict as one would say it after the goal's title. */
const verdictWords: Readonly<Record<GoalVerdict, string>> = {
  drifting: "its learning may be drifting away from it",
  "worth-a-look": "worth a look",
  "cant-see": "can't see, as part of the learning could not be read",
  "too-early": "too early to tell",
  healthy: "going well",
};

/** What a group of remarks is headed with. `said`: null where there is nothing to say beside the title. */
export function headingOf({ about }: Pick<FindingGroup, "about">): {
  readonly title: string;
  readonly said: string | null;
} {
  if (about === "unlinked") return { title: "What serves no goal yet", said: null };
  if (about === "team") return { title: "The work as a whole", said: null };
  const { goal, verdict } = about;
  return { title: shortLine(goal.title, 120), said: verdict === null ? null : verdictWords[verdict] };
}

/** So many are read with pleasure; the others are in the JSON. */
const mostSigns = 2;

/** What goes well with a goal, in one line; null when nothing is known to. */
export function goingWellLine({ goingWell }: { readonly goingWell: readonly string[] }): string | null {
  return goingWell.length === 0 ? null : goingWell.slice(0, mostSigns).join(" ");
}
