import type { Call, CallLog } from "../server/call-log.ts";
import { asObject } from "./json.ts";

/** Habits a careful client does not have; one line for each call that shows one. Empty: none. */
export function badHabits(log: CallLog): string[] {
  return log.calls.flatMap((call) => {
    const where = `call ${call.n} ${call.path}`;
    const body = asObject(call.body);
    return [
      ...(call.method === "PUT" ? [`${where}: PUT empties the cells it does not name`] : []),
      ...(body?.["typecast"] === true ? [`${where}: typecast turns misspellings into options`] : []),
      ...(call.status === 429 && call.fault === null ? [`${where}: ran into a limit`] : []),
    ];
  });
}

/** The most calls to one base within any second of the stand-in's clock. */
export function busiestSecond(log: CallLog): number {
  const recent = new Map<string, number[]>();
  let busiest = 0;
  for (const call of log.calls) {
    const base = baseOf(call);
    if (base === null) continue;
    const times = [...(recent.get(base) ?? []).filter((at) => at > call.at - 1000), call.at];
    recent.set(base, times);
    busiest = Math.max(busiest, times.length);
  }
  return busiest;
}

function baseOf(call: Call): string | null {
  return /\/(app[A-Za-z0-9]{14})(?:\/|$)/.exec(call.path)?.[1] ?? null;
}
