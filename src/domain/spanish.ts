import type { Repair } from "./finding.ts";

/** What rows are called in Spanish, with their gender. The same words as in templates/messages/es.yaml. */
const nouns: Readonly<Record<string, readonly [article: "el" | "la", noun: string]>> = {
  question: ["la", "pregunta"],
  hypothesis: ["la", "hipótesis"],
  review: ["la", "revisión"],
  insight: ["el", "aprendizaje"],
  opportunity: ["la", "oportunidad"],
  event: ["el", "evento"],
  goal: ["el", "objetivo"],
};

function nounOf(kind: unknown): readonly [article: "el" | "la", noun: string] {
  return nouns[String(kind)] ?? ["el", "elemento"];
}

/** `pregunta` */
export function bare(kind: unknown): string {
  return nounOf(kind)[1];
}

/** `la pregunta` */
export function the(kind: unknown): string {
  return nounOf(kind).join(" ");
}

/** `La pregunta`, at the start of a sentence. */
export function The(kind: unknown): string {
  const words = the(kind);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `a la pregunta`, `al aprendizaje` */
export function toThe(kind: unknown): string {
  const [article, noun] = nounOf(kind);
  return article === "el" ? `al ${noun}` : `a la ${noun}`;
}

/** `de la pregunta`, `del aprendizaje` */
export function ofThe(kind: unknown): string {
  const [article, noun] = nounOf(kind);
  return article === "el" ? `del ${noun}` : `de la ${noun}`;
}

/** `una pregunta`, `un aprendizaje` */
export function a(kind: unknown): string {
  const [article, noun] = nounOf(kind);
  return article === "el" ? `un ${noun}` : `una ${noun}`;
}

/** `1 elemento`, `3 elementos` */
export function counted(count: unknown, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

/** The step of a repair that `repairAt` (repairs.ts) makes. */
export function linkToItsGoal({ kind, title }: Repair["at"]): string {
  return `Enlazar ${the(kind)} “${title}” con el objetivo al que contribuye.`;
}
