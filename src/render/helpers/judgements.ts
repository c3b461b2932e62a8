import type { Around, GoalReport, Moment, Sign } from "../../report/model.ts";
import type { TemplateHelpers } from "../engine.ts";
import type { Words } from "../words.ts";
import type { AmountFormats } from "./numbers.ts";
import { asFields } from "./values.ts";

/** `pace`, `movement`, `seen`, `notYet`: what the numbers say, in words. */
export function judgementHelpers(
  words: Words,
  formats: AmountFormats,
  day: (date: string) => string,
  today: string,
): TemplateHelpers {
  return {
    pace: ([goal]) => {
      const fields = asFields(goal, "pace", ["pace", "reached", "gap", "due", "direction"]);
      return fields === null ? "" : describePace(fields as GoalPace, words, day, today);
    },
    movement: ([item]) => {
      const fields = asFields(item, "movement", ["movement", "countedFrom", "unit"]);
      return fields === null ? "" : describeMovement(fields as AroundMovement, words, formats.about, day);
    },
    seen: ([sign]) => {
      const fields = asFields(sign, "seen", ["id", "seen"]) as Pick<Sign, "id" | "seen"> | null;
      return fields === null
        ? ""
        : words.signs[fields.id].seen(formats.exact(fields.seen, null), fields.seen);
    },
    notYet: ([sign]) => {
      const fields = asFields(sign, "notYet", ["id", "notYet"]) as Pick<Sign, "id" | "notYet"> | null;
      return fields === null
        ? ""
        : words.signs[fields.id].notYet(formats.exact(fields.notYet, null), fields.notYet);
    },
  };
}

type GoalPace = Pick<GoalReport, "pace" | "reached" | "gap" | "due" | "direction">;
type AroundMovement = Pick<Around, "movement" | "countedFrom" | "unit">;

function describePace(
  goal: GoalPace,
  { pace: words }: Words,
  day: (date: string) => string,
  today: string,
): string {
  if (goal.direction === "hold" && goal.reached !== null)
    return goal.reached ? words.holding : words.leftLevel;
  if (goal.reached === true) return words.reached;
  if (goal.gap !== null) return words.gaps[goal.gap];
  if (goal.due !== null && goal.due < today) return words.overdue(day(goal.due));
  switch (goal.pace) {
    case "ahead":
      return words.ahead;
    case "on":
      return words.on;
    case "behind":
      return words.behind;
    case "too-early":
    case "no-data":
      return words.tooEarly;
  }
}

const sentences = {
  noted: "counted",
  used: "usedCounted",
  tried: "triedCounted",
  held: "heldCounted",
} as const satisfies Record<Moment, keyof Words["movement"]>;

function describeMovement(
  { movement, countedFrom, unit }: AroundMovement,
  words: Words,
  format: AmountFormats["about"],
  day: (date: string) => string,
): string {
  if (movement === null || movement.before === null || movement.after === null)
    return words.movement.cantTell;
  const before = format(movement.before.mean, unit);
  const after = format(movement.after.mean, unit);
  const since = day(movement.since);
  const sentence = words.movement[sentences[countedFrom]](since, before, after);
  const direction =
    before === after
      ? words.movement.same
      : movement.toward === null
        ? null
        : movement.toward
          ? words.movement.toward
          : words.movement.away;
  const told = direction === null ? `${sentence}.` : `${sentence}, ${direction}.`;
  return movement.alreadyMoving === true && before !== after
    ? `${told} ${words.movement.alreadyMoving}`
    : told;
}
