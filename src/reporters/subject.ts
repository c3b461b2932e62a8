import type { Finding, Subject } from "../domain/finding.ts";
import { oneLine, shortLine } from "./plain.ts";

/** How a subject is named in a line, and where a person opens it. */
export function describeSubject(subject: Subject): { readonly name: string; readonly url: string | null } {
  if (subject.type === "team") return { name: "The work as a whole", url: null };
  const [word, { title, url }] =
    subject.type === "item" ? [subject.item.kind, subject.item] : ["goal", subject.goal];
  return { name: `The ${word} “${shortLine(title, 80)}”`, url };
}

/** null for the work as a whole. */
export function idOf(subject: Subject): string | null {
  if (subject.type === "team") return null;
  return subject.type === "item" ? subject.item.id : subject.goal.id;
}

/** What we saw, with the subject's name in front where the rule's own words leave it out. */
export function namedMessage({ subject, message }: Finding): string {
  if (subject.type === "team") return message;
  const { title } = subject.type === "item" ? subject.item : subject.goal;
  const named = title !== "" && oneLine(message).includes(oneLine(title));
  return named ? message : `${describeSubject(subject).name}: ${message}`;
}
