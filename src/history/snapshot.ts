import type { Finding } from "../domain/finding.ts";
import type { GoalStanding, SeenGoal, SeenItem } from "../domain/history.ts";
import type { Silencing } from "../domain/silencing.ts";
import type { LineOfSight } from "../domain/line-of-sight.ts";
import { outcomes, type Day, type LearningItem, type Portfolio } from "../domain/types.ts";
import { intentPrint, type IntentPrint } from "./intent-print.ts";
import { aimPrint, findingId, goalId, itemId, silencingId, textPrint } from "./prints.ts";
import type { RunState } from "./state.ts";

/** What a run saw, of which only prints, days and numbers are kept. */
export interface Seen {
  readonly today: Day;
  readonly portfolio: Portfolio;
  readonly lineOfSight: LineOfSight;
  readonly standings: readonly GoalStanding[];
  readonly findings: readonly Finding[];
  /** Every waiver and every entry of the config that fits a row, whether or not a rule has something to say there. */
  readonly silencings: readonly Silencing[];
}

/** @param before for a silencing that was seen before, what the row read then stays. */
export function snapshot(seen: Seen, before: RunState): RunState {
  const { today, portfolio, lineOfSight, standings, findings, silencings } = seen;
  return {
    goals: new Map(standings.map((standing) => [goalId(standing.goal.id), writeGoal(standing)])),
    items: new Map(
      portfolio.items.map((item) => {
        const id = itemId(item);
        return [id, writeItem(item, lineOfSight.stateOf(item.id) === "live", before.items.get(id))];
      }),
    ),
    findings: new Map(findings.map((finding) => [findingId(finding), ""])),
    quiet: new Map(
      silencings.map((silencing) => {
        const id = silencingId(silencing);
        return [id, before.quiet.get(id) ?? [textPrint(silencing.subject), today].join("|")];
      }),
    ),
  };
}

/** `text|flags` or, for a review, `text|flags|intent`. Flags: `s` in sight, a digit for a bet's outcome. */
function writeItem(item: LearningItem, inSight: boolean, before: string | undefined): string {
  const outcome = item.kind === "hypothesis" ? outcomes.indexOf(item.outcome) : "";
  const parts = [textPrint(item), `${inSight ? "s" : ""}${outcome}`];
  if (item.kind !== "review") return parts.join("|");
  const intent = intentPrint(item.intended, before === undefined ? null : readItem(before).intent);
  return [...parts, intent].join("|");
}

export interface ItemEntry extends SeenItem {
  readonly text: string;
  /** null for anything but a review. */
  readonly intent: IntentPrint | null;
}

export function readItem(entry: string): ItemEntry {
  const [text = "", flags = "", intent = null] = entry.split("|");
  const outcome = /\d/.exec(flags);
  return {
    text,
    inSight: flags.includes("s"),
    outcome: outcome === null ? null : (outcomes[Number(outcome[0])] ?? null),
    intent,
  };
}

/** `text|aim|flags|date of the latest value|latest value|current`. Flags: `l` live, `r` reached, `n` not reached. */
function writeGoal({ goal, latest, reached }: GoalStanding): string {
  const flags = `${goal.live ? "l" : ""}${reached === null ? "" : reached ? "r" : "n"}`;
  const numbers = [latest?.date ?? "", latest?.value ?? "", goal.current ?? ""];
  return [textPrint(goal), aimPrint(goal), flags, ...numbers].join("|");
}

export interface GoalEntry extends Omit<SeenGoal, "sameAim"> {
  readonly text: string;
  readonly aim: string;
  readonly current: number | null;
}

export function readGoal(entry: string): GoalEntry {
  const [text = "", aim = "", flags = "", date = "", value = "", current = ""] = entry.split("|");
  return {
    text,
    aim,
    live: flags.includes("l"),
    reached: flags.includes("r") ? true : flags.includes("n") ? false : null,
    latest: date === "" || value === "" ? null : { date, value: Number(value) },
    current: current === "" ? null : Number(current),
  };
}
