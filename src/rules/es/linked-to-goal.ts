import { The, counted, linkToItsGoal, ofThe, toThe } from "../../domain/spanish.ts";
import type { Words } from "../../lib/languages.ts";
import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  unlinked: {
    text: ({ kind, title }) =>
      say`${The(kind)} “${title}” todavía no tiene un “para qué”: ningún enlace lleva de ahí a una meta.`,
    help: () =>
      "¿A qué meta ayudaría? Basta un enlace hacia ella. Si no viene ninguna a la mente, eso también merece un minuto.",
    step: linkToItsGoal,
  },
  unlinkedWithOthers: {
    text: ({ kind, title, own, others }) =>
      say`${The(kind)} “${title}” todavía no tiene un “para qué”: ningún enlace lleva de ahí a una meta, y ${sayOthers(own, others)} por ahí.`,
    help: ({ mends }) =>
      say`Un enlace con la meta a la que sirve une ${counted(mends, "elemento", "elementos")} al trabajo.`,
    step: linkToItsGoal,
  },
  broken: {
    text: ({ kind, title, stopKind, stopTitle }) =>
      say`${The(kind)} “${title}” lleva ${toThe(stopKind)} “${stopTitle}”, y ahí se corta el camino hacia una meta.`,
    help: ({ stopKind, stopTitle, mends }) =>
      say`Un enlace ${ofThe(stopKind)} “${stopTitle}” a la meta a la que sirve une ${sayItems(mends)} al trabajo.`,
    step: linkToItsGoal,
  },
  circular: {
    text: ({ kind, title, stopTitle }) =>
      say`${The(kind)} “${title}” está en un círculo de enlaces (que pasa por “${stopTitle}”) que nunca llega a una meta.`,
    help: ({ mends }) =>
      say`Un enlace de cualquiera de ellos a la meta a la que sirve une ${sayItems(mends)} al trabajo.`,
    step: linkToItsGoal,
  },
};

function sayOthers(own: Words[string] | undefined, others: Words[string] | undefined): string {
  if (own !== 0 && own === others)
    return own === 1 ? "su aprendizaje solo llega a una" : say`sus ${own} aprendizajes solo llegan a una`;
  return others === 1 ? "1 elemento más solo llega a una" : say`${others} elementos más solo llegan a una`;
}

function sayItems(count: Words[string] | undefined): string {
  return count === 1 ? "este elemento" : say`${count} elementos`;
}
