import type { Colors } from "picocolors/types.js";
import { createColors } from "picocolors";

import { severities, type Finding, type Severity } from "../domain/finding.ts";
import type { GoalJudgement } from "../domain/goal-judgement.ts";
import type { ReadingNote } from "../domain/types.ts";
import { closingText } from "./closing.ts";
import { goingWellLine, headingOf } from "./goal-words.ts";
import { groupFindings, type Entry, type FindingGroup } from "./group-findings.ts";
import { oneLine, shortLine } from "./plain.ts";
import type { Say } from "./say.ts";
import { silencedText } from "./silenced-text.ts";
import { describeSubject, idOf, namedMessage } from "./subject.ts";
import type { CheckResult } from "./summary.ts";

export interface FindingsTextOptions {
  readonly color: boolean;
  /** Show everything; otherwise the three most useful remarks of each group and how many more there are. */
  readonly all: boolean;
  /** List what somebody silenced. Default: say how many remarks that are. */
  readonly silenced?: boolean;
  readonly say: Say;
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
  { color, all, silenced = false, say }: FindingsTextOptions,
): string {
  const view: View = { colors: createColors(color), all, say };
  const { groups, calm } = groupFindings(result);
  const shown = all ? groups : groups.slice(0, shownGroups);
  const sections = [
    ...shown.map((group) => groupText(group, view)),
    ...moreGroupsText(groups.length - shown.length, view),
    ...calmText(calm, view),
    ...notesText(result.readingNotes, view),
    ...silencedText(result, { isListed: silenced, say, colors: view.colors }),
    closingText({ ...result, groups, all }, say, view.colors),
  ];
  return sections.map((lines) => lines.join("\n")).join("\n\n");
}

interface View {
  readonly colors: Colors;
  readonly all: boolean;
  readonly say: Say;
}

function groupText(group: FindingGroup, view: View): readonly string[] {
  const { colors, all } = view;
  const { about, entries } = group;
  const shown = all ? entries : entries.slice(0, shownOfGroup);
  return [
    headText(group, view),
    ...(typeof about === "object"
      ? [...linkText(about.goal.url, "  ", colors), ...signsText(about, colors)]
      : []),
    ...shown.flatMap((entry, at) => {
      // What was just said need not be said again.
      const said = shown[at - 1]?.finding.help === entry.finding.help;
      return entryText(entry, { about, said }, view);
    }),
    ...foldText(entries.length - shown.length, view),
  ];
}

function headText(group: Pick<FindingGroup, "about">, { colors, say }: View): string {
  const { title, said } = headingOf(group, say);
  return said === null ? colors.bold(title) : `${colors.bold(title)}: ${said}`;
}

function signsText(judged: GoalJudgement, colors: Colors): readonly string[] {
  const line = goingWellLine(judged);
  return line === null ? [] : [`  ${colors.green("✓")} ${oneLine(line)}`];
}

function entryText(
  { finding, mendedToo }: Entry,
  { about, said }: { readonly about: FindingGroup["about"]; readonly said: boolean },
  { colors, all, say }: View,
): readonly string[] {
  const { subject, severity, help, suggestions, repair, alsoSays, rule } = finding;
  const suggestion = suggestions[0];
  const elsewhere = repair !== null && repair.at.id !== idOf(subject) ? repair.at.url : null;
  // The goal stands in the heading, with its address.
  const ofGoal = subject.type === "goal" && typeof about === "object";
  return [
    `  ${severityText(severity, say, colors)} ${oneLine(ofGoal ? finding.message : namedMessage(finding, say))}`,
    ...(ofGoal ? [] : linkText(describeSubject(subject, say).url, "    ", colors)),
    ...(said ? [] : [`    ${colors.cyan("→")} ${oneLine(help)}`]),
    ...linkText(elsewhere, "      ", colors),
    ...(suggestion === undefined
      ? []
      : [
          `    ${colors.cyan("?")} ${say("check.perhaps", { goal: shortLine(suggestion.goal.title, 80), why: oneLine(suggestion.why) })}`,
        ]),
    ...(all
      ? [
          ...mendedToo.flatMap((other) => mendedText(other, say, colors)),
          ...alsoSays.map(
            (also) =>
              `    ${say("check.also", { message: oneLine(also.message) })} ${colors.dim(`(${also.rule})`)}`,
          ),
          `    ${colors.dim(say("check.rule", { rule }))}`,
        ]
      : []),
  ];
}

/** Below the link that would mend it, an item only needs its name. */
function mendedText({ subject }: Finding, say: Say, colors: Colors): readonly string[] {
  const { name, url } = describeSubject(subject, say);
  return [`    ${say("check.with-it", { name })}`, ...linkText(url, "      ", colors)];
}

function linkText(url: string | null, indent: string, colors: Colors): readonly string[] {
  return url === null ? [] : [`${indent}${colors.dim(oneLine(url))}`];
}

function severityText(severity: Severity, say: Say, colors: Colors): string {
  const paint = { error: colors.red, warn: colors.yellow, info: colors.blue }[severity];
  const wordOf = (one: Severity): string => say("check.severity", { severity: one });
  return paint(wordOf(severity).padEnd(Math.max(...severities.map((one) => wordOf(one).length))));
}

function moreGroupsText(count: number, { colors, say }: View): readonly (readonly string[])[] {
  return count > 0 ? [[colors.dim(say("check.more-groups", { count }))]] : [];
}

/** Goals without a remark: what goes well is told; the others are only named, by what can be said of them. */
function calmText(calm: readonly GoalJudgement[], view: View): readonly (readonly string[])[] {
  const { colors, all, say } = view;
  const glad = calm.filter(({ goingWell }) => goingWell.length > 0);
  const shown = all ? glad : glad.slice(0, shownGroups);
  const named = (["too-early", "cant-see"] as const).flatMap((verdict) => {
    const titles = calm
      .filter((judged) => judged.verdict === verdict && judged.goingWell.length === 0)
      .map(({ goal }) => `“${shortLine(goal.title, 60)}”`);
    const first = all ? titles : titles.slice(0, shownOfGroup);
    const rest = titles.length - first.length;
    const list = rest > 0 ? [...first, say("check.others", { count: rest })] : first;
    const head = say(`check.calm.${verdict}`);
    return list.length === 0 ? [] : [[`${colors.bold(head)}: ${list.join(", ")}`]];
  });
  return [
    ...shown.map((judged) => [headText({ about: judged }, view), ...signsText(judged, colors)]),
    ...moreGroupsText(glad.length - shown.length, view),
    ...named,
  ];
}

function notesText(notes: readonly ReadingNote[], view: View): readonly (readonly string[])[] {
  const { colors, all, say } = view;
  if (notes.length === 0) return [];
  const shown = all ? notes : notes.slice(0, shownNotes);
  return [
    [
      colors.bold(say("check.notes", { count: notes.length })),
      ...shown.map(({ table, row, field, message }) => {
        const place = [table, row === null ? null : `“${shortLine(row, 60)}”`, field].filter(
          (part) => part !== null,
        );
        return `  ${place.map(oneLine).join(", ")}: ${oneLine(message)}`;
      }),
      ...foldText(notes.length - shown.length, view),
    ],
  ];
}

function foldText(rest: number, { colors, say }: View): readonly string[] {
  return rest > 0 ? [colors.dim(`  ${say("check.more", { count: rest })}`)] : [];
}
