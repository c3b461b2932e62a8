import { goingWellLine, headingOf } from "./goal-words.ts";
import { groupFindings, type Entry } from "./group-findings.ts";
import { oneLine } from "./plain.ts";
import type { Say } from "./say.ts";
import type { CheckResult } from "./summary.ts";
import { describeSubject, namedMessage } from "./subject.ts";
import { bySeverity } from "./summary.ts";

/** GitHub shows no more than 10 annotations of a level and step (docs.github.com, "Workflow commands", and the runner's own limit). */
const annotationsOfLevel = 10;

const commands = { error: "error", warn: "warning", info: "notice" } as const;

/** Workflow commands, one a line, that GitHub shows as annotations of the run; "" when there are none. */
export function githubAnnotations({ findings }: CheckResult, say: Say): string {
  const used = { error: 0, warn: 0, info: 0 };
  return bySeverity(findings)
    .filter(({ severity }) => (used[severity] += 1) <= annotationsOfLevel)
    .map((finding) => {
      const lines = [
        namedMessage(finding, say),
        finding.help,
        describeSubject(finding.subject, say).url ?? "",
      ];
      const text = lines.filter((line) => line !== "").map(oneLine);
      return `::${commands[finding.severity]} title=${property(finding.rule)}::${data(text.join("\n"))}\n`;
    })
    .join("");
}

/** Rows of a group that a job's summary shows before it counts the rest: a page, not a ledger. */
const rowsOfGroup = 20;

/** Markdown for a job's summary page. */
export function githubSummary(result: CheckResult, say: Say): string {
  const { summary, findings, readingNotes } = result;
  const grouped = groupFindings(result).groups;
  const { goals, items, lineOfSight } = summary;
  const sections = [
    `## ${say("check.page.title")}`,
    say("check.page.reach", { goals, items, seen: lineOfSight }),
    ...(findings.length === 0 ? [say("check.nothing")] : []),
    ...grouped.map((group) => {
      const { title, said } = headingOf(group, say);
      const { about, entries } = group;
      const rest = entries.length - rowsOfGroup;
      const well = typeof about === "object" ? goingWellLine(about) : null;
      return [
        `### ${escape(said === null ? title : `${title}: ${said}`)}`,
        "",
        ...(well === null ? [] : [`✓ ${escape(well)}`, ""]),
        ...entries.slice(0, rowsOfGroup).map((entry) => entryLine(entry, say)),
        ...(rest > 0 ? [`- ${say("check.page.more", { count: rest })}`] : []),
      ].join("\n");
    }),
    ...(readingNotes.length === 0 ? [] : [say("check.page.notes", { count: readingNotes.length })]),
  ];
  return `${sections.join("\n\n")}\n`;
}

function entryLine({ finding, mendedToo }: Entry, say: Say): string {
  const { severity, subject, help } = finding;
  const { url } = describeSubject(subject, say);
  // Angle brackets and spaces would end the address early.
  const link =
    url === null ? "" : ` ([${say("check.page.open")}](<${url.replaceAll(/[<>\s]/g, encodeURIComponent)}>))`;
  const more = mendedToo.length === 0 ? "" : ` ${say("check.page.mended", { count: mendedToo.length })}`;
  return `- **${say("check.severity", { severity })}** ${escape(namedMessage(finding, say))}${link} ${escape(help)}${more}`;
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
