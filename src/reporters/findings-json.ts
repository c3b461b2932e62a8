import type { Finding } from "../domain/finding.ts";
import type { CheckResult } from "./summary.ts";

/** What `sothat check --json` prints. Its shape is a promise: fields may be added, none renamed. */
export function findingsAsJson(checked: CheckResult): string {
  const { now, summary, findings, goals: judged, readingNotes, silenced, stale } = checked;
  const { goals, items, linked, lineOfSight } = summary;
  const { error, warn, info } = summary.findings;
  const result = {
    version: 1,
    now,
    summary: { goals, items, linked, lineOfSight, findings: { error, warn, info } },
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      signal: finding.signal,
      ...subjectOf(finding),
      message: finding.message,
      help: finding.help,
      suggestions: finding.suggestions.map(({ goal, score, why }) => ({
        goal: { id: goal.id, title: goal.title },
        score,
        why,
      })),
      alsoSays: finding.alsoSays.map(({ rule, severity, signal, message, help }) => ({
        rule,
        severity,
        signal,
        message,
        help,
      })),
    })),
    goals: judged.map(({ goal: { id, title, url, connection }, verdict, goingWell, remarks }) => ({
      id,
      title,
      url,
      connection,
      verdict,
      goingWell,
      remarks: remarks.length,
    })),
    readingNotes: readingNotes.map(({ connection, table, row, field, message }) => ({
      connection,
      table,
      row,
      field,
      message,
    })),
    silenced: silenced.map(({ finding, silencing: { reason, by, until } }) => ({
      rule: finding.rule,
      ...subjectOf(finding),
      reason,
      by,
      until,
    })),
    staleIgnores: stale.map(({ entry: { rule, item }, why, at }) => ({ rule, item, why, at })),
  };
  return JSON.stringify(result, null, 2);
}

/** `item` or `goal`; neither when the finding is about the team's work as a whole. */
function subjectOf({ subject }: Finding): object {
  if (subject.type === "team") return {};
  if (subject.type === "goal") {
    const { id, title, url, connection } = subject.goal;
    return { goal: { id, title, url, connection } };
  }
  const { id, kind, title, url, connection } = subject.item;
  return { item: { id, kind, title, url, connection } };
}
