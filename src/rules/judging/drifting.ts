import { daysBetween } from "../../domain/day.ts";
import type { Finding, SignalId, SignalKind } from "../../domain/finding.ts";
import { compareText } from "../../domain/portfolio.ts";
import type { Day } from "../../domain/types.ts";

/** A quarter, the period in which most teams look at their goals anew. */
const periodDays = 90;
/** So many rows that show the same are no accident, however recent they are. */
const leastRows = 10;

/** What makes two signals enough: at least one of them rests on more than counting and guessing. */
const sure: ReadonlySet<SignalKind> = new Set(["fact", "timing"]);

export interface DriftRequest {
  /** Remarks about one goal and its items. */
  readonly remarks: readonly Finding[];
  readonly today: Day;
  /** The day of the first run that made this remark, from a history of runs; null when none is known. */
  readonly firstSeen?: (remark: Finding) => Day | null;
}

/**
 * Whether a goal's learning may be called drifting: two signals of different kinds, about different rows, at least
 * one of them a fact or a timing, that both were there a quarter ago (in this period and the one before it), or
 * that ten rows show. One signal is never enough, nor are wordings. More remarks can only add to it.
 */
export function isDrifting(request: DriftRequest): boolean {
  const signs = gather(request);
  return signs.some((one, at) =>
    signs.slice(at + 1).some((other) => {
      if (one.kind === other.kind || one.signal === other.signal) return false;
      if (!sure.has(one.kind) && !sure.has(other.kind)) return false;
      return areApart(one.lasting, other.lasting) || isWide(one, other);
    }),
  );
}

/** What one signal shows around the goal. */
interface Sign {
  readonly signal: SignalId;
  readonly kind: SignalKind;
  /** The rows that it is about. */
  readonly rows: Set<string>;
  /** Those where it was there a quarter ago. */
  readonly lasting: Set<string>;
  /** A remark about the goal itself rests on so many rows, which have no ids here. */
  behindGoal: number;
}

function gather({ remarks, today, firstSeen = () => null }: DriftRequest): readonly Sign[] {
  const signs = new Map<string, Sign>();
  for (const remark of remarks) {
    const { signal, kind, subject, days } = remark;
    if (subject.type === "team") continue;
    const key = `${signal} ${kind}`;
    const sign = signs.get(key) ?? { signal, kind, rows: new Set(), lasting: new Set(), behindGoal: 0 };
    signs.set(key, sign);
    const row = subject.type === "item" ? subject.item.id : subject.goal.id;
    sign.rows.add(row);
    if (subject.type === "goal") sign.behindGoal = Math.max(sign.behindGoal, days.length);
    const [first] = [days[0] ?? null, firstSeen(remark)].filter((day) => day !== null).toSorted(compareText);
    if (first !== undefined && daysBetween(first, today) >= periodDays) sign.lasting.add(row);
  }
  return [...signs.values()];
}

/** Whether each has a row, and not both only the same one. */
function areApart(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && other.size > 0 && new Set([...one, ...other]).size > 1;
}

function isWide(one: Sign, other: Sign): boolean {
  const rows = new Set([...one.rows, ...other.rows]);
  return rows.size > 1 && rows.size + Math.max(one.behindGoal, other.behindGoal) >= leastRows;
}
