import { z } from "zod";

import { parseJson } from "../lib/loose.ts";
import { printOf } from "./prints.ts";
import type { SectionName, StateDelta } from "./state.ts";

const section = z.object({ set: z.record(z.string(), z.string()), gone: z.array(z.string()) }).optional();
const count = z.int().min(0);

/** One line of the file: one report that was really made. Prints, counts, days and numbers; no text of anybody's. */
const runLine = z.object({
  v: z.literal(1),
  /** Short hash of all the rest. */
  id: z.string(),
  /** The run's moment, UTC. */
  at: z.string(),
  /** Its day in the team's zone. */
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** Which report, whatever its period: a print of team, template and kind of page. */
  report: z.string(),
  /** The period's name: `2026-W47`. */
  period: z.string(),
  /** A print of the rules' settings: findings under other rules are not compared. */
  rules: z.string(),
  /** Whether everything that should be read was read. */
  whole: z.boolean(),
  counts: z.object({
    goals: count,
    items: count,
    lineOfSight: count,
    /** Active items, and how many of them were traced to a live goal, or could not be followed. */
    open: count,
    openInSight: count,
    openUnseen: count,
    findings: count,
  }),
  /** The line that the changes below build on; null when they build on nothing and so give the whole state. */
  on: z.string().nullable(),
  goals: section,
  items: section,
  findings: section,
  quiet: section,
});

type Facts = Omit<z.output<typeof runLine>, SectionName>;
export type RunLine = Readonly<Facts> & StateDelta;
/** What a run says of itself; the line's own parts are made with the line. */
export type RunFacts = Readonly<Omit<Facts, "v" | "id" | "on">>;

export function makeLine(facts: RunFacts, on: string | null, delta: StateDelta): RunLine {
  return { v: 1, id: printOf(facts, on, delta), ...facts, on, ...delta };
}

export function lineText(line: RunLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** What is torn, foreign or of a later version is passed over: every line says by itself what it is. */
export function parseLines(text: string): readonly RunLine[] {
  return text.split("\n").flatMap((line) => {
    if (line === "") return [];
    const parsed = runLine.safeParse(parseJson(line));
    return parsed.success ? [parsed.data] : [];
  });
}
