import { goingWellLine, headingOf } from "./goal-words.ts";
import { groupFindings, type Entry } from "./group-findings.ts";
import { counted, oneLine } from "./plain.ts";
import type { CheckResult } from "./summary.ts";
import { describeSubject, namedMessage } from "./subject.ts";
import { bySeverity } from "./summary.ts";

/** GitHub shows no more than 10 annotations of a level and step (docs.github.com, "Workflow commands", and the runner's own limit). */
const annotationsOfLevel = 10;

const commands = { error: "error", warn: "warning", info: "notice" } as const;

/** Workflow commands, one a line, that GitHub shows as annotations of the run; "" when there are none. */
export function githubAnnotations({ findings }: CheckResult): string {
  const used = { error: 0, warn: 0, info: 0 };
  return bySeverity(findings)
    .filter(({ severity }) => (used[severity] += 1) <= annotationsOfLevel)
    .map((finding) => {
      const lines = [namedMessage(finding), finding.help, describeSubject(finding.subject).url ?? ""];
      const text = lines.filter((line) => line !== "").map(oneLine);
      return `::${commands[finding.severity]} title=${property(finding.rule)}::${data(text.join("\n"))}\n`;
    })
    .join("");
}

/** Rows of a group that a job's summary shows before it counts the rest: a page, not a ledger. */
const rowsOfGroup = 20;

/** Markdown for a job's summary page. */
export function githubSummary(result: CheckResult): string {
  const { summary, findings, readingNotes } = result;
  const grouped = groupFindings(result).groups;
  const { goals, items, lineOfSight } = summary;
  const sections = [
    "## So that?",
    `${counted(goals, "goal")}, ${counted(items, "learning item")}; **${lineOfSight}** can be traced to a live goal.`,
    ...(findings.length === 0 ? ["Nothing needs a look."] : []),
    ...grouped.map((group) => {
      const { title, said } = headingOf(group);
      const { about, entries } = group;
      const rest = entries.length - rowsOfGroup;
      const well = typeof about === "object" ? goingWellLine(about) : null;
      return [
        `### ${escape(said === null ? title : `${title}: ${said}`)}`,
        "",
        ...(well === null ? [] : [`✓ ${escape(well)}`, ""]),
        ...entries.slice(0, rowsOfGroup).map(entryLine),
        ...(rest > 0 ? [`- … and ${rest} more`] : []),
      ].join("\n");
    }),
    ...(readingNotes.length === 0
      ? []
      : [
          `${counted(readingNotes.length, "thing")} could not be taken as written; \`sothat check\` lists them.`,
        ]),
  ];
  return `${sections.join("\n\n")}\n`;
}

function entryLine({ finding, mendedToo }: Entry): string {
  const { url } = describeSubject(finding.subject);
  // Angle brackets and spaces would end the address early.
  const link = url === null ? "" : ` ([open](<${url.replaceAll(/[<>\s]/g, encodeURIComponent)}>))`;
  const more =
    mendedToo.length === 0 ? "" : ` The same step mends ${counted(mendedToo.length, "other remark")}.`;
  return `- **${finding.severity}** ${escape(namedMessage(finding))}${link} ${escape(finding.help)}${more}`;
}

/** Text as text: nothing in it is Markdown, HTML or a mention. */
function escape(text: string): string {
  return oneLine(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[\\`*_[\]#|~>]/g, String.raw`\$&`)
    .replaceAll("@", "@\u2060");
}

// Escapes of the runner: github.com/actions/toolkit, packages/core/src/command.ts.
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
