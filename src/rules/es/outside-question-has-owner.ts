import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  voiced: {
    text: ({ title }) =>
      say`“${title}” suena a una pregunta que alguien de fuera quiere ver respondida; por ahora nadie del equipo está a cargo de ella, y no tiene nada enlazado.`,
    help: () =>
      "¿Hay una versión que ayude al trabajo propio? Si no, quizá convenga responderla con un informe en vez de guardarla como pregunta de aprendizaje.",
  },
  adrift: {
    text: ({ title }) =>
      say`La pregunta “${title}” vino de fuera; por ahora nadie del equipo está a cargo de ella, y no tiene nada enlazado.`,
    help: () =>
      "¿Hay una versión que ayude al trabajo propio? Si no, quizá convenga responderla con un informe en vez de guardarla como pregunta de aprendizaje.",
  },
};
