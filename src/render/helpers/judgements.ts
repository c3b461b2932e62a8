import type { Around, GoalReport, Sign } from "../../report/model.ts";
import type { AmountFormats } from "../amounts.ts";
import type { TemplateHelpers } from "../engine.ts";
import type { Markdown } from "../markdown-value.ts";
import type { Say } from "./say.ts";
import { asFields } from "./values.ts";

/** `pace`, `movement`, `signName`, `seen`, `notYet`: what the numbers say, in words. */
export function judgementHelpers(
  say: Say,
  formats: AmountFormats,
  day: (date: string) => string,
): TemplateHelpers {
  return {
    pace: ([goal]) => {
      const fields = asFields(goal, "pace", ["pace", "reached", "gap", "due", "direction", "overdue"]);
      return fields === null ? "" : describePace(fields as GoalPace, say, day);
    },
    movement: ([item]) => {
      const fields = asFields(item, "movement", ["movement", "countedFrom", "unit"]);
      return fields === null ? "" : describeMovement(fields as AroundMovement, say, formats.about, day);
    },
    signName: ([sign]) => {
      const fields = asFields(sign, "signName", ["id"]) as Pick<Sign, "id"> | null;
      return fields === null ? "" : say(`signs.${fields.id}.name`);
    },
    seen: ([sign]) => {
      const fields = asFields(sign, "seen", ["id", "seen"]) as Pick<Sign, "id" | "seen"> | null;
      return fields === null ? "" : say(`signs.${fields.id}.seen`, { count: fields.seen });
    },
    notYet: ([sign]) => {
      const fields = asFields(sign, "notYet", ["id", "notYet"]) as Pick<Sign, "id" | "notYet"> | null;
      return fields === null ? "" : say(`signs.${fields.id}.not-yet`, { count: fields.notYet });
    },
  };
}

type GoalPace = Pick<GoalReport, "pace" | "reached" | "gap" | "due" | "direction" | "overdue">;
type AroundMovement = Pick<Around, "movement" | "countedFrom" | "unit">;

function describePace(goal: GoalPace, say: Say, day: (date: string) => string): Markdown {
  if (goal.direction === "hold" && goal.reached !== null)
    return say(goal.reached ? "pace.holding" : "pace.left-level");
  if (goal.reached === true) return say("pace.reached");
  if (goal.gap !== null) return say(`pace.${goal.gap}`);
  if (goal.overdue && goal.due !== null) return say("pace.overdue", { due: day(goal.due) });
  return say(goal.pace === "no-data" ? "pace.too-early" : `pace.${goal.pace}`);
}

function describeMovement(
  { movement, countedFrom, unit }: AroundMovement,
  say: Say,
  format: AmountFormats["about"],
  day: (date: string) => string,
): Markdown {
  if (movement === null || movement.before === null || movement.after === null)
    return say("movement.cant-tell");
  const before = format(movement.before.mean, unit);
  const after = format(movement.after.mean, unit);
  return say(`movement.${countedFrom}`, {
    since: day(movement.since),
    before,
    after,
    direction: before === after ? "same" : directionOf(movement.toward),
    already: String(movement.alreadyMoving === true && before !== after),
  });
}

function directionOf(toward: boolean | null): "toward" | "away" | "unknown" {
  if (toward === null) return "unknown";
  return toward ? "toward" : "away";
}
