import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  noResult: {
    text: ({ title }) =>
      say`La hipótesis “${title}” todavía no tiene un “para que”, y ningún objetivo o pregunta se lo da.`,
    help: () =>
      "¿Qué debería cambiar, y para quién? Con un “… para que …” se podrá saber después si funcionó.",
  },
  intention: {
    text: ({ title }) => say`“${title}” dice qué se piensa hacer, y todavía no qué se espera ver.`,
    help: () =>
      "Se puede escribir como apuesta: “Si hacemos …, entonces …, para que …”. El “entonces” es lo que se podría notar en unas pocas semanas.",
  },
};
