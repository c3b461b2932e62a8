import type { Colors } from "picocolors/types.js";
import { createColors } from "picocolors";

import type { Finding, Severity } from "../domain/finding.ts";
import type { GoalJudgement } from "../domain/goal-judgement.ts";
import type { ReadingNote } from "../domain/types.ts";
import { closingText } from "./closing.ts";
import { goingWellLine, headingOf } from "./goal-words.ts";
import { groupFindings, type Entry, type FindingGroup } from "./group-findings.ts";
import { oneLine, counted, shortLine } from "./plain.ts";
import { silencedText } from "./silenced-text.ts";
import { describeSubject, idOf, namedMessage } from "./subject.ts";
import type { CheckResult } from "./summary.ts";

export interface FindingsTextOptions {
  readonly color: boolean;
  /** Show everything; otherwise the three most useful remarks of each group and how many more there are. */
  readonly all: boolean;
  /** List what somebody silenced. Default: say how many remarks that are. */
  readonly silenced?: boolean;
}

/** More than three things are not taken up in one go. */
const shownOfGroup = 3;
/** Groups that fit on a few screens; the loudest come first. */
const shownGroups = 12;
/** Of what could not be read, enough to see what kind of thing it is. */
const shownNotes = 5;

/**
 * A check's findings for a person at a terminal, goal by goal, what is worth a look most first. Ends with what to do
 * next, which is what stays in view.
 */
export function findingsAsText(
  result: CheckResult,
  { color, all, silenced = false }: FindingsTextOptions,
): string {
  const view: View = { colors: createColors(color), all };
  const { groups, calm } = groupFindings(result);
  const shown = all ? groups : groups.slice(0, shownGroups);
  const sections = [
    ...shown.map((group) => groupText(group, view)),
    ...moreGroupsText(groups.length - shown.length, view),
    ...calmText(calm, view),
    ...notesText(result.readingNotes, view),
    ...silencedText(result, silenced, view.colors),
    closingText({ ...result, groups, all }, view.colors),
  ];
  return sections.map((lines) => lines.join("\n")).join("\n\n");
}

interface View {
  readonly colors: Colors;
  readonly all: boolean;
}

function groupText(group: FindingGroup, view: View): readonly string[] {
  const { colors, all } = view;
  const { about, entries } = group;
  const shown = all ? entries : entries.slice(0, shownOfGroup);
  return [
    headText(group, colors),
    ...(typeof about === "object"
      ? [...linkText(about.goal.url, "  ", colors), ...signsText(about, colors)]
      : []),
    ...shown.flatMap((entry, at) => {
      // What was just said need not be said again.
      const said = shown[at - 1]?.finding.help === entry.finding.help;
      return entryText(entry, { about, said }, view);
    }),
    ...foldText(entries.length - shown.length, colors),
  ];
}

function headText(group: Pick<FindingGroup, "about">, colors: Colors): string {
  const { title, said } = headingOf(group);
  return said === null ? colors.bold(title) : `${colors.bold(title)}: ${said}`;
}

function signsText(judged: GoalJudgement, colors: Colors): readonly string[] {
  const line = goingWellLine(judged);
  return line === null ? [] : [`  ${colors.green("✓")} ${oneLine(line)}`];
}

function entryText(
  { finding, mendedToo }: Entry,
  { about, said }: { readonly about: FindingGroup["about"]; readonly said: boolean },
  { colors, all }: View,
): readonly string[] {
  const { subject, severity, help, suggestions, repair, alsoSays, rule } = finding;
  const suggestion = suggestions[0];
  const elsewhere = repair !== null && repair.at.id !== idOf(subject) ? repair.at.url : null;
  // The goal stands in the heading, with its address.
  const ofGoal = subject.type === "goal" && typeof about === "object";
  return [
    `  ${severityText(severity, colors)} ${oneLine(ofGoal ? finding.message : namedMessage(finding))}`,
    ...(ofGoal ? [] : linkText(describeSubject(subject).url, "    ", colors)),
    ...(said ? [] : [`    ${colors.cyan("→")} ${oneLine(help)}`]),
    ...linkText(elsewhere, "      ", colors),
    ...(suggestion === undefined
      ? []
      : [
          `    ${colors.cyan("?")} perhaps “${shortLine(suggestion.goal.title, 80)}”: ${oneLine(suggestion.why)}`,
        ]),
    ...(all
      ? [
          ...mendedToo.flatMap((other) => mendedText(other, colors)),
          ...alsoSays.map((also) => `    also: ${oneLine(also.message)} ${colors.dim(`(${also.rule})`)}`),
          `    ${colors.dim(`rule ${rule}`)}`,
        ]
      : []),
  ];
}

/** Below the link that would mend it, an item only needs its name. */
function mendedText({ subject }: Finding, colors: Colors): readonly string[] {
  const { name, url } = describeSubject(subject);
  return [`    with it: ${name}`, ...linkText(url, "      ", colors)];
}

function linkText(url: string | null, indent: string, colors: Colors): readonly string[] {
  return url === null ? [] : [`${indent}${colors.dim(oneLine(url))}`];
}

function severityText(severity: Severity, colors: Colors): string {
  const paint = { error: colors.red, warn: colors.yellow, info: colors.blue }[severity];
  return paint(severity.padEnd(5));
}

function moreGroupsText(count: number, { colors }: View): readonly (readonly string[])[] {
  return count > 0 ? [[colors.dim(`… and ${counted(count, "more group")} (--all shows them)`)]] : [];
}

/** Goals without a remark: what goes well is told; the others are only named, by what can be said of them. */
function calmText(calm: readonly GoalJudgement[], { colors, all }: View): readonly (readonly string[])[] {
  const glad = calm.filter(({ goingWell }) => goingWell.length > 0);
  const shown = all ? glad : glad.slice(0, shownGroups);
  const named = (["too-early", "cant-see"] as const).flatMap((verdict) => {
    const titles = calm
      .filter((judged) => judged.verdict === verdict && judged.goingWell.length === 0)
      .map(({ goal }) => `“${shortLine(goal.title, 60)}”`);
    const first = all ? titles : titles.slice(0, shownOfGroup);
    const rest = titles.length - first.length;
    const list = rest > 0 ? [...first, `${rest} more`] : first;
    const head = verdict === "too-early" ? "Too early to tell" : "Can't see";
    return list.length === 0 ? [] : [[`${colors.bold(head)}: ${list.join(", ")}`]];
  });
  return [
    ...shown.map((judged) => [headText({ about: judged }, colors), ...signsText(judged, colors)]),
    ...moreGroupsText(glad.length - shown.length, { colors, all }),
    ...named,
  ];
}

function notesText(notes: readonly ReadingNote[], { colors, all }: View): readonly (readonly string[])[] {
  if (notes.length === 0) return [];
  const shown = all ? notes : notes.slice(0, shownNotes);
  return [
    [
      colors.bold(`${counted(notes.length, "thing")} could not be taken as written`),
      ...shown.map(({ table, row, field, message }) => {
        const place = [table, row === null ? null : `“${shortLine(row, 60)}”`, field].filter(
          (part) => part !== null,
        );
        return `  ${place.map(oneLine).join(", ")}: ${oneLine(message)}`;
      }),
      ...foldText(notes.length - shown.length, colors),
    ],
  ];
}

function foldText(rest: number, colors: Colors): readonly string[] {
  return rest > 0 ? [colors.dim(`  … and ${rest} more (--all shows them)`)] : [];
}
