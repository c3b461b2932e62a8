import type { Finding, Subject } from "./finding.ts";
import { severities, signalKinds } from "./finding.ts";
import { compareText } from "./portfolio.ts";

/**
 * What helps a reader most comes first: what the data says before what dates say, before what many items say, before
 * what was guessed from words; within these the louder one; within these what can be acted on soonest, as an
 * event is coming up. The rest is by title, so that the order never depends on the order of rows.
 */
export function byUsefulness(a: Finding, b: Finding): number {
  return (
    signalKinds.indexOf(a.kind) - signalKinds.indexOf(b.kind) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compareText(a.actBy ?? "9999", b.actBy ?? "9999") ||
    compareText(titleOf(a.subject), titleOf(b.subject)) ||
    compareText(idOf(a.subject), idOf(b.subject)) ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

function titleOf(subject: Subject): string {
  if (subject.type === "team") return "";
  return subject.type === "item" ? subject.item.title : subject.goal.title;
}

function idOf(subject: Subject): string {
  if (subject.type === "team") return "";
  return subject.type === "item" ? subject.item.id : subject.goal.id;
}
