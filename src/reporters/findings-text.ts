import type { Colors } from "picocolors/types.js";
import { createColors } from "picocolors";

import type { CheckSummary, Finding, Severity } from "../domain/finding.ts";
import type { ReadingNote } from "../domain/types.ts";
import type { FindingGroup } from "./group-findings.ts";
import { groupFindings } from "./group-findings.ts";
import { counted, oneLine, shortLine } from "./plain.ts";
import { describeSubject, idOf, namedMessage, repairTitle } from "./subject.ts";
import type { CheckResult } from "./summary.ts";
import { bySeverity } from "./summary.ts";

export interface FindingsTextOptions {
  readonly color: boolean;
  /** Show everything; otherwise the first few of each group and how many more there are. */
  readonly all: boolean;
}

/** So many of a group are shown before it is folded: what a person takes in at a glance. */
const shownOfGroup = 5;

/** A check's findings for a person at a terminal. Ends with the summary, which is what stays in view. */
export function findingsAsText(result: CheckResult, { color, all }: FindingsTextOptions): string {
  const colors = createColors(color);
  const most = all ? Number.POSITIVE_INFINITY : shownOfGroup;
  const sections = [
    ...groupFindings(bySeverity(result.findings)).map((group) => groupText(group, most, colors)),
    ...notesText(result.readingNotes, most, colors),
    summaryText(result.summary, colors),
  ];
  return sections.map((lines) => lines.join("\n")).join("\n\n");
}

function groupText(group: FindingGroup, most: number, colors: Colors): readonly string[] {
  const { repair, findings } = group;
  const head =
    repair === null
      ? [colors.bold(group.rule)]
      : [colors.bold(repairTitle(repair)), ...linkText(repair.at.url, "", colors)];
  return [
    ...head,
    ...findings
      .slice(0, most)
      .flatMap((finding) => (repair === null ? findingText(finding, colors) : mendedText(finding, colors))),
    ...foldText(findings.length, most, colors),
  ];
}

/** Below the link that would mend it, an item only needs its name. */
function mendedText({ subject, severity }: Finding, colors: Colors): readonly string[] {
  const { name, url } = describeSubject(subject);
  return [`  ${severityText(severity, colors)} ${name}`, ...linkText(url, "    ", colors)];
}

function findingText(finding: Finding, colors: Colors): readonly string[] {
  const { subject, severity, help, suggestions, repair } = finding;
  const suggestion = suggestions[0];
  const elsewhere = repair !== null && repair.at.id !== idOf(subject) ? repair.at.url : null;
  const step = [`    ${colors.cyan("→")} ${oneLine(help)}`, ...linkText(elsewhere, "      ", colors)];
  return [
    `  ${severityText(severity, colors)} ${oneLine(namedMessage(finding))}`,
    ...linkText(describeSubject(subject).url, "    ", colors),
    ...step,
    ...(suggestion === undefined
      ? []
      : [
          `    ${colors.cyan("?")} perhaps “${shortLine(suggestion.goal.title, 80)}”: ${oneLine(suggestion.why)}`,
        ]),
  ];
}

function linkText(url: string | null, indent: string, colors: Colors): readonly string[] {
  return url === null ? [] : [`${indent}${colors.dim(oneLine(url))}`];
}

function severityText(severity: Severity, colors: Colors): string {
  const paint = { error: colors.red, warn: colors.yellow, info: colors.blue }[severity];
  return paint(severity.padEnd(5));
}

function notesText(
  notes: readonly ReadingNote[],
  most: number,
  colors: Colors,
): readonly (readonly string[])[] {
  if (notes.length === 0) return [];
  return [
    [
      colors.bold(`${counted(notes.length, "thing")} could not be taken as written`),
      ...notes.slice(0, most).map(({ table, row, field, message }) => {
        const place = [table, row === null ? null : `“${shortLine(row, 60)}”`, field].filter(
          (part) => part !== null,
        );
        return `  ${place.map(oneLine).join(", ")}: ${oneLine(message)}`;
      }),
      ...foldText(notes.length, most, colors),
    ],
  ];
}

function foldText(count: number, most: number, colors: Colors): readonly string[] {
  return count > most ? [colors.dim(`  … and ${count - most} more (--all shows them)`)] : [];
}

function summaryText(
  { goals, items, lineOfSight, findings }: CheckSummary,
  colors: Colors,
): readonly string[] {
  const reach =
    items === 0
      ? `${counted(goals, "goal")}, no learning items yet.`
      : `${counted(goals, "goal")}, ${counted(items, "learning item")}; ${lineOfSight} of them can be traced to a live goal.`;
  return [reach, findingsLine(findings, colors)];
}

function findingsLine({ error, warn, info }: CheckSummary["findings"], colors: Colors): string {
  if (error + warn + info === 0) return colors.green("Nothing needs a look.");
  const parts = [
    error > 0 ? colors.red(counted(error, "error")) : "",
    warn > 0 ? colors.yellow(counted(warn, "warning")) : "",
    info > 0 ? colors.blue(counted(info, "hint")) : "",
  ];
  return `Worth a look: ${parts.filter((part) => part !== "").join(", ")}.`;
}
