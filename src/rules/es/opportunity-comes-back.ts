import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  opportunity: {
    text: ({ title, day }) =>
      say`“${title}” estaba previsto para el ${day}, y desde entonces nada dice cómo salió.`,
    help: () =>
      "¿Qué pasó? Basta una palabra: probado, aplazado o descartado. “No hubo tiempo” es una buena respuesta.",
  },
  next: {
    text: ({ title, day, next }) =>
      say`“${title}” nombra un próximo paso para el ${day}: “${next}”. Desde entonces nada dice cómo salió.`,
    help: () =>
      "¿Qué pasó? Basta un enlace a donde se probó, o una línea aquí. “No hubo tiempo” es una buena respuesta.",
  },
};
