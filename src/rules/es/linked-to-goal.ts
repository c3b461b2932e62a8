import { The, counted, linkToItsGoal, ofThe, toThe } from "../../domain/spanish.ts";
import type { Words } from "../../lib/languages.ts";
import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  unlinked: {
    text: ({ kind, title }) =>
      say`${The(kind)} “${title}” todavía no tiene un “para qué”: ningún enlace lleva de ahí a un objetivo.`,
    help: () =>
      "¿A qué objetivo ayudaría? Basta un enlace hacia él. Si no viene ninguno a la mente, eso también merece un minuto.",
    step: linkToItsGoal,
  },
  named: {
    text: ({ kind, title, goal }) =>
      say`${The(kind)} “${title}” nombra en su texto el objetivo “${goal}”, y todavía ningún enlace lleva ahí.`,
    help: () => "Si es para eso, con un enlace ahí ya cuenta.",
    step: linkToItsGoal,
  },
  unlinkedWithOthers: {
    text: ({ kind, title, own, others }) =>
      say`${The(kind)} “${title}” todavía no tiene un “para qué”: ningún enlace lleva de ahí a un objetivo, y ${sayOthers(own, others)} por ahí.`,
    help: ({ mends }) =>
      say`Un enlace con el objetivo al que contribuye une ${counted(mends, "elemento", "elementos")} al trabajo.`,
    step: linkToItsGoal,
  },
  broken: {
    text: ({ kind, title, stopKind, stopTitle }) =>
      say`${The(kind)} “${title}” lleva ${toThe(stopKind)} “${stopTitle}”, y ahí se corta el camino hacia un objetivo.`,
    help: ({ stopKind, stopTitle, mends }) =>
      say`Un enlace ${ofThe(stopKind)} “${stopTitle}” al objetivo al que contribuye une ${sayItems(mends)} al trabajo.`,
    step: linkToItsGoal,
  },
  circular: {
    text: ({ kind, title, stopTitle }) =>
      say`${The(kind)} “${title}” está en un círculo de enlaces (que pasa por “${stopTitle}”) que nunca llega a un objetivo.`,
    help: ({ mends }) =>
      say`Un enlace de cualquiera de ellos al objetivo al que contribuye une ${sayItems(mends)} al trabajo.`,
    step: linkToItsGoal,
  },
};

function sayOthers(own: Words[string] | undefined, others: Words[string] | undefined): string {
  if (own !== 0 && own === others)
    return own === 1 ? "su aprendizaje solo llega a uno" : say`sus ${own} aprendizajes solo llegan a uno`;
  return others === 1 ? "1 elemento más solo llega a uno" : say`${others} elementos más solo llegan a uno`;
}

function sayItems(count: Words[string] | undefined): string {
  return count === 1 ? "este elemento" : say`${count} elementos`;
}
