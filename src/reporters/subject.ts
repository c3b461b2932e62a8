import type { Finding, Subject } from "../domain/finding.ts";
import { oneLine, shortLine } from "./plain.ts";
import type { Say } from "./say.ts";

/** How a subject is named in a line, and where a person opens it. */
export function describeSubject(
  subject: Subject,
  say: Say,
): { readonly name: string; readonly url: string | null } {
  if (subject.type === "team") return { name: say("check.team"), url: null };
  const [kind, { title, url }] =
    subject.type === "item" ? [subject.item.kind, subject.item] : ["goal", subject.goal];
  return { name: say("check.subject", { kind, title: shortLine(title, 80) }), url };
}

/** null for the work as a whole. */
export function idOf(subject: Subject): string | null {
  if (subject.type === "team") return null;
  return subject.type === "item" ? subject.item.id : subject.goal.id;
}

/** What we saw, with the subject's name in front where the rule's own words leave it out. */
export function namedMessage({ subject, message }: Finding, say: Say): string {
  if (subject.type === "team") return message;
  const { title } = subject.type === "item" ? subject.item : subject.goal;
  const named = title !== "" && oneLine(message).includes(oneLine(title));
  return named ? message : `${describeSubject(subject, say).name}: ${message}`;
}
