import { daysBetween } from "../../domain/day.ts";
import type { Finding, SignalId, SignalKind } from "../../domain/finding.ts";
import { compareText } from "../../domain/portfolio.ts";
import { byUsefulness } from "../../domain/remark-order.ts";
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
 * The two remarks for which a goal's learning may be called drifting, the more useful first; null when it may not.
 * It takes two signals of different kinds, about different rows, at least one of them a fact or a timing, that both
 * were there a quarter ago (in this period and the one before it), or that ten rows show. One signal is never
 * enough, nor are wordings. More remarks can only add to it.
 */
export function driftOf(request: DriftRequest): readonly [Finding, Finding] | null {
  const signs = gather(request);
  for (const [at, one] of signs.entries()) {
    for (const other of signs.slice(at + 1)) {
      if (one.kind === other.kind || one.signal === other.signal) continue;
      if (!sure.has(one.kind) && !sure.has(other.kind)) continue;
      const found =
        apart(one.lasting, other.lasting) ?? (isWide(one, other) ? apart(one.all, other.all) : null);
      if (found !== null) return found;
    }
  }
  return null;
}

/** What one signal shows around the goal, the most useful remark first. */
interface Sign {
  readonly signal: SignalId;
  readonly kind: SignalKind;
  readonly all: Finding[];
  /** Those that were there a quarter ago. */
  readonly lasting: Finding[];
}

function gather({ remarks, today, firstSeen = () => null }: DriftRequest): readonly Sign[] {
  const signs = new Map<string, Sign>();
  for (const remark of remarks.toSorted(byUsefulness)) {
    const { signal, kind, subject, days } = remark;
    if (subject.type === "team") continue;
    const key = `${signal} ${kind}`;
    const sign = signs.get(key) ?? { signal, kind, all: [], lasting: [] };
    signs.set(key, sign);
    sign.all.push(remark);
    const [first] = [days[0] ?? null, firstSeen(remark)].filter((day) => day !== null).toSorted(compareText);
    if (first !== undefined && daysBetween(first, today) >= periodDays) sign.lasting.push(remark);
  }
  return [...signs.values()];
}

/** A remark of each, about two different rows. */
function apart(ones: readonly Finding[], others: readonly Finding[]): readonly [Finding, Finding] | null {
  const [one, other] = [ones[0], others[0]];
  if (one === undefined || other === undefined) return null;
  if (rowOf(one) !== rowOf(other)) return [one, other];
  const [nextOne, nextOther] = [
    ones.find((remark) => rowOf(remark) !== rowOf(other)),
    others.find((remark) => rowOf(remark) !== rowOf(one)),
  ];
  if (nextOther !== undefined) return [one, nextOther];
  return nextOne === undefined ? null : [nextOne, other];
}

/**
 * Items once each. A remark about the goal itself rests on so many rows, which have no ids here and may be the very
 * items of the other remarks, so the larger number counts and not the two together.
 */
function isWide(one: Sign, other: Sign): boolean {
  const remarks = [...one.all, ...other.all];
  const items = remarks.flatMap(({ subject }) => (subject.type === "item" ? subject.item.id : []));
  const isWideBehind = ({ subject, days }: Finding): boolean =>
    subject.type === "goal" && days.length >= leastRows;
  return new Set(items).size >= leastRows || remarks.some(isWideBehind);
}

function rowOf({ subject }: Finding): string | null {
  if (subject.type === "team") return null;
  return subject.type === "item" ? subject.item.id : subject.goal.id;
}
