import type { CheckSummary, Finding, GoodSign, Repair, Severity, Subject } from "../domain/finding.ts";
import { noRunsKnown } from "../domain/history.ts";
import type { LineOfSight } from "../domain/line-of-sight.ts";
import { compareText } from "../domain/portfolio.ts";
import type { Day, Portfolio } from "../domain/types.ts";
import { languageOf, putInWords } from "../lib/languages.ts";
import { foldRemarks } from "./judging/fold-remarks.ts";
import { rules as allRules } from "./registry.ts";
import type { Phrase, Rule, RuleContext, Verdict } from "./types.ts";

/**
 * A rule's entry in the config: how loud, and its options. Rules about wording guess from words, so they only ever
 * advise: whatever the entry says, they speak as "info" or not at all.
 */
export type RuleSetting = Severity | "off" | readonly [Severity | "off", unknown];

export interface RulesRequest {
  readonly portfolio: Portfolio;
  readonly lineOfSight: LineOfSight;
  /** By rule id; a rule without an entry runs at its own severity and options. */
  readonly settings: Readonly<Record<string, RuleSetting | undefined>>;
  /** The run's day in the team's zone. */
  readonly today: Day;
  /** Default: no earlier report is known. */
  readonly history?: RuleContext<unknown>["history"];
  /** Whether somebody has said that this is fine as it is. Default: nobody has. */
  readonly isQuiet?: (finding: Finding) => boolean;
  /** Default: every rule of the registry. */
  readonly rules?: readonly Rule[];
  /** BCP 47 tag of whoever reads the remarks. Default: British English. */
  readonly locale?: string;
}

/** What one rule said about one subject, whether or not it became a finding. */
export interface RuleVerdict extends Verdict {
  readonly rule: string;
}

export interface Checked {
  /** Sorted by severity, rule, subject's title, subject's id. Those that say the same of one subject are one. */
  readonly findings: readonly Finding[];
  /** Remarks that are not made, since somebody said that it is fine as it is; sorted likewise, none folded. */
  readonly quiet: readonly Finding[];
  /** What goes well, in the order of the rules. */
  readonly goodSigns: readonly GoodSign[];
  /** In the order of the rules, and within a rule as it gave them; without those of remarks that are not made. */
  readonly verdicts: readonly RuleVerdict[];
  readonly summary: CheckSummary;
}

/**
 * Asks every rule that is on. Findings are the verdicts that are worth a look, in the rule's own words; those that
 * say the same of one subject are folded into one.
 */
export function runRules({
  portfolio,
  lineOfSight,
  settings,
  today,
  history = noRunsKnown,
  isQuiet = () => false,
  rules = allRules,
  locale = "en-GB",
}: RulesRequest): Checked {
  const findings: Finding[] = [];
  const quiet: Finding[] = [];
  const goodSigns: GoodSign[] = [];
  const verdicts: RuleVerdict[] = [];
  for (const rule of rules) {
    const { severity, options } = settingOf(rule, settings[rule.id]);
    if (severity === "off") continue;
    for (const verdict of rule.check({ portfolio, lineOfSight, today, history, options })) {
      const finding =
        verdict.answer === "worth-a-look" ? toFinding(rule, severity, verdict, { today, locale }) : null;
      if (finding !== null && isQuiet(finding)) {
        quiet.push(finding);
        continue;
      }
      verdicts.push({ rule: rule.id, ...verdict });
      if (finding !== null) findings.push(finding);
      if (verdict.answer === "healthy") goodSigns.push(...toGoodSigns(rule, verdict, locale));
    }
  }
  const folded = foldRemarks(findings, rules).toSorted(byUrgency);
  return {
    findings: folded,
    quiet: quiet.toSorted(byUrgency),
    goodSigns,
    verdicts,
    summary: summarise(portfolio, lineOfSight, folded),
  };
}

function settingOf(
  rule: Rule,
  setting: RuleSetting | undefined,
): { readonly severity: Severity | "off"; readonly options: unknown } {
  const [severity, options] = typeof setting === "object" ? setting : [setting ?? rule.defaultSeverity, {}];
  return { severity: rule.kind === "wording" && severity !== "off" ? "info" : severity, options };
}

function toFinding(
  rule: Rule,
  severity: Severity,
  verdict: Verdict,
  { today, locale }: { readonly today: Day; readonly locale: string },
): Finding {
  const phrase = phraseOf(rule, verdict, locale);
  const values = putInWords(verdict.values, phrase.locale);
  const kind = verdict.kind ?? rule.kind;
  return {
    rule: rule.id,
    severity: kind === "wording" ? "info" : severity,
    signal: verdict.signal ?? rule.signals[0],
    kind,
    subject: verdict.subject,
    message: phrase.text(values),
    help: phrase.help(values),
    suggestions: verdict.suggestions ?? [],
    repair: verdict.repair ? { ...verdict.repair, step: stepOf(verdict.repair, phrase) } : null,
    days: (verdict.days ?? ownDay(verdict.subject))
      .filter((day): day is Day => day !== null && day <= today)
      .toSorted(compareText),
    actBy: verdict.actBy ?? null,
    alsoSays: [],
  };
}

function ownDay(subject: Subject): readonly (Day | null)[] {
  return subject.type === "item" ? [subject.item.date] : [];
}

/** None when the answer has no words, or is about no goal. */
function toGoodSigns(rule: Rule, verdict: Verdict, locale: string): readonly GoodSign[] {
  if (verdict.subject.type !== "goal") return [];
  const phrase = phraseOf(rule, verdict, locale);
  const message = phrase.text(putInWords(verdict.values, phrase.locale));
  const signal = verdict.signal ?? rule.signals[0];
  return message === "" ? [] : [{ rule: rule.id, signal, goal: verdict.subject.goal, message }];
}

/** In English where the rule has no words in the language, values and all: one language a sentence. */
function phraseOf(rule: Rule, { message }: Verdict, locale: string): Phrase & { readonly locale: string } {
  const language = languageOf(locale);
  const translated = language === "en" ? undefined : rule.translations?.[language]?.[message];
  if (translated !== undefined) return { ...translated, locale };
  const phrase = rule.messages[message];
  if (phrase === undefined) throw new Error(`Rule ${rule.id} has no message “${message}”.`);
  return { ...phrase, locale: language === "en" ? locale : "en-GB" };
}

function stepOf({ at, step }: Repair, phrase: Phrase): string {
  return phrase.step?.(at) ?? step;
}

const urgency: Readonly<Record<Severity, number>> = { error: 0, warn: 1, info: 2 };

export function byUrgency(a: Finding, b: Finding): number {
  const [one, other] = [nameOf(a.subject), nameOf(b.subject)];
  return (
    urgency[a.severity] - urgency[b.severity] ||
    compareText(a.rule, b.rule) ||
    compareText(one.title, other.title) ||
    compareText(one.id, other.id) ||
    compareText(a.message, b.message)
  );
}

function nameOf(subject: Subject): { readonly title: string; readonly id: string } {
  if (subject.type === "item") return subject.item;
  return subject.type === "goal" ? subject.goal : { title: "", id: "" };
}

function summarise(
  portfolio: Portfolio,
  lineOfSight: LineOfSight,
  findings: readonly Finding[],
): CheckSummary {
  const counts: Record<Severity, number> = { error: 0, warn: 0, info: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return {
    goals: portfolio.goals.length,
    items: portfolio.items.length,
    linked: portfolio.items.length - lineOfSight.counts.none,
    lineOfSight: lineOfSight.counts.live,
    findings: counts,
  };
}
