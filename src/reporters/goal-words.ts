import type { FindingGroup } from "./group-findings.ts";
import { shortLine } from "./plain.ts";
import type { Say } from "./say.ts";

/** What a group of remarks is headed with. `said`: null where there is nothing to say beside the title. */
export function headingOf(
  { about }: Pick<FindingGroup, "about">,
  say: Say,
): {
  readonly title: string;
  readonly said: string | null;
} {
  if (about === "unlinked") return { title: say("check.unlinked"), said: null };
  if (about === "team") return { title: say("check.team"), said: null };
  const { goal, verdict } = about;
  return {
    title: shortLine(goal.title, 120),
    said: verdict === null ? null : say(`check.verdict.${verdict}`),
  };
}

/** So many are read with pleasure; the others are in the JSON. */
const mostSigns = 2;

/** What goes well with a goal, in one line; null when nothing is known to. */
export function goingWellLine({ goingWell }: { readonly goingWell: readonly string[] }): string | null {
  return goingWell.length === 0 ? null : goingWell.slice(0, mostSigns).join(" ");
}
