import type { Finding } from "../domain/finding.ts";
import type { RunHistory } from "../domain/history.ts";
import { wasReadWhole } from "../domain/sight-count.ts";
import type { IgnoreEntry, SilencedFinding, Silencing, StaleIgnore } from "../domain/silencing.ts";
import type { Day, LearningItem, Portfolio } from "../domain/types.ts";
import { speakIn, type Language, type Sentences } from "../lib/languages.ts";
import { namedRows } from "../lib/named-rows.ts";
import { say } from "../lib/say.ts";
import { spokenDay } from "../lib/speak.ts";
import { byUrgency, runRules, type Checked, type RulesRequest } from "./run-rules.ts";

export interface QuietRequest extends Omit<RulesRequest, "isQuiet" | "history"> {
  readonly history: RunHistory;
  /** The config's list. */
  readonly ignore: readonly IgnoreEntry[];
}

export interface QuietlyChecked extends Omit<Checked, "quiet"> {
  readonly silenced: readonly SilencedFinding[];
  /** Every word of somebody's that holds today, whether or not a rule has something to say there. */
  readonly silencings: readonly Silencing[];
  readonly stale: readonly StaleIgnore[];
}

/**
 * Runs the rules and keeps to itself what somebody called fine as it is, in a row's waiver or in the config. A row
 * whose words have changed since speaks again, and says so once.
 *
 * Rules leave waived items alone by themselves, as they also leave them out of what they count over many items.
 * What they would have said is found by asking them once more, with all waivers lifted.
 */
export function runRulesQuietly({ ignore, history, ...request }: QuietRequest): QuietlyChecked {
  const { portfolio, today } = request;
  const entries = readEntries(ignore, portfolio, today);
  const silencings = [...entries.flatMap(({ silencings: own }) => own), ...waiversOf(portfolio)];
  const outgrown = new Map<Silencing, Day>();
  for (const silencing of silencings) {
    const day = history.outgrewOn(silencing);
    if (day !== null) outgrown.set(silencing, day);
  }
  const words = wordsBySubject(silencings);
  const coverOf = (finding: Finding): Silencing | null =>
    wordsOn(finding, words).find((silencing) => !outgrown.has(silencing)) ?? null;

  const asked = { ...request, history, isQuiet: (finding: Finding) => coverOf(finding) !== null };
  const isOutgrown = (item: LearningItem): boolean =>
    (words.get(item.id) ?? []).some((silencing) => silencing.by === "waiver" && outgrown.has(silencing));
  const { quiet, ...checked } = runRules({ ...asked, portfolio: withoutWaivers(portfolio, isOutgrown) });
  const waived = portfolio.items.some((item) => item.waiver !== null && !isOutgrown(item))
    ? runRules({ ...asked, portfolio: withoutWaivers(portfolio, () => true) }).quiet
    : [];
  const known = new Set(quiet.map(keyOf));
  const silenced = [...quiet, ...waived.filter((finding) => !known.has(keyOf(finding)))]
    .toSorted(byUrgency)
    .flatMap((finding) => {
      const silencing = coverOf(finding);
      return silencing === null ? [] : [{ finding, silencing }];
    });
  return {
    ...checked,
    findings: sayWhatChanged(checked.findings, (finding) => outgrownOn(finding, words, outgrown), {
      today,
      locale: request.locale ?? "en-GB",
    }),
    silenced,
    silencings,
    stale: entries.flatMap((entry) => staleIn(entry, { silenced, outgrown, request })),
  };
}

interface ReadEntry {
  readonly entry: IgnoreEntry;
  readonly index: number;
  readonly hasEnded: boolean;
  /** One a row that it fits; none when it has ended. */
  readonly silencings: readonly Silencing[];
}

function readEntries(ignore: readonly IgnoreEntry[], portfolio: Portfolio, today: Day): readonly ReadEntry[] {
  if (ignore.length === 0) return [];
  const rowsNamed = namedRows([...portfolio.goals, ...portfolio.items]);
  return ignore.map((entry, index) => {
    const { rule, item, reason, until = null } = entry;
    const hasEnded = until !== null && until < today;
    const rows = hasEnded ? [] : rowsNamed(item);
    return {
      entry,
      index,
      hasEnded,
      silencings: rows.map((subject) => ({ by: "config", rule, subject, reason, until })),
    };
  });
}

function waiversOf({ goals, items }: Portfolio): readonly Silencing[] {
  return [...goals, ...items].flatMap((subject) =>
    subject.waiver === null
      ? []
      : [{ by: "waiver", rule: "all", subject, reason: subject.waiver, until: null } as const],
  );
}

type Words = ReadonlyMap<string, readonly Silencing[]>;

function wordsBySubject(silencings: readonly Silencing[]): Words {
  const words = new Map<string, Silencing[]>();
  for (const silencing of silencings) {
    const group = words.get(silencing.subject.id);
    if (group) group.push(silencing);
    else words.set(silencing.subject.id, [silencing]);
  }
  return words;
}

/** What was said of the row itself, then of the row where its one repair would be made. */
function wordsOn({ rule, subject, repair }: Finding, words: Words): readonly Silencing[] {
  if (subject.type === "team") return [];
  const id = subject.type === "item" ? subject.item.id : subject.goal.id;
  const ids = repair === null || repair.at.id === id ? [id] : [id, repair.at.id];
  return ids.flatMap((one) =>
    (words.get(one) ?? []).filter((said) => said.rule === "all" || said.rule === rule),
  );
}

function outgrownOn(finding: Finding, words: Words, outgrown: ReadonlyMap<Silencing, Day>): Day | null {
  const own = wordsOn({ ...finding, repair: null }, words);
  return own.flatMap((silencing) => outgrown.get(silencing) ?? [])[0] ?? null;
}

/** Only the first of several remarks about one row tells it. */
function sayWhatChanged(
  findings: readonly Finding[],
  outgrewOn: (finding: Finding) => Day | null,
  { today, locale }: { readonly today: Day; readonly locale: string },
): readonly Finding[] {
  const told = new Set<string>();
  return findings.map((finding) => {
    const { subject } = finding;
    const day = outgrewOn(finding);
    const id = subject.type === "item" ? subject.item.id : subject.type === "goal" ? subject.goal.id : null;
    if (day === null || id === null || told.has(id)) return finding;
    told.add(id);
    const note = speakIn(notes, locale, { message: "outgrown", values: { day: spokenDay(day, today) } });
    return { ...finding, message: `${finding.message} ${note}` };
  });
}

const notes: Readonly<Record<Language, Sentences<"outgrown">>> = {
  en: { outgrown: ({ day }) => say`It was fine as it was until its text changed on ${day}.` },
  es: { outgrown: ({ day }) => say`Estaba bien así hasta que su texto cambió el ${day}.` },
};

function withoutWaivers(portfolio: Portfolio, isLifted: (item: LearningItem) => boolean): Portfolio {
  const lifted = portfolio.items.filter((item) => item.waiver !== null && isLifted(item));
  if (lifted.length === 0) return portfolio;
  const free = new Map(lifted.map((item): [string, LearningItem] => [item.id, { ...item, waiver: null }]));
  return {
    ...portfolio,
    items: portfolio.items.map((item) => free.get(item.id) ?? item),
    itemById: new Map([...portfolio.itemById, ...free]),
  };
}

/** A rule may say two things of one row; what it counts may read otherwise with all waivers lifted. */
function keyOf({ rule, signal, subject }: Finding): string {
  const id = subject.type === "item" ? subject.item.id : subject.type === "goal" ? subject.goal.id : "";
  return JSON.stringify([rule, signal, id]);
}

function staleIn(
  { entry, index, hasEnded, silencings }: ReadEntry,
  {
    silenced,
    outgrown,
    request,
  }: {
    readonly silenced: readonly SilencedFinding[];
    readonly outgrown: ReadonlyMap<Silencing, Day>;
    readonly request: Pick<QuietRequest, "portfolio" | "rules">;
  },
): readonly StaleIgnore[] {
  if (hasEnded) return [{ entry, index, why: "ended" }];
  // A row that could not be read may be there all the same.
  if (silencings.length === 0)
    return wasReadWhole(request.portfolio) ? [{ entry, index, why: "no-row" }] : [];
  const wasAsked = request.rules === undefined || request.rules.some(({ id }) => id === entry.rule);
  const isUsed = silenced.some(({ silencing }) => silencings.includes(silencing));
  const speaksAgain = silencings.some((silencing) => outgrown.has(silencing));
  return isUsed || speaksAgain || !wasAsked ? [] : [{ entry, index, why: "no-remark" }];
}
