import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  method: {
    text: ({ title }) =>
      say`“${title}” pregunta cómo poner en marcha una forma de trabajar, o cómo seguirla al pie de la letra, y ahí termina.`,
    help: () =>
      "¿Qué se esperaba que cambiara, y para quién? Se puede probar así: “¿Qué hará falta para usarla de modo que …?”",
  },
};
