import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  again: {
    text: ({ title, times, days }) =>
      say`“${title}” ya salió ${times} veces (${days}), y nada muestra que se usaran las anteriores.`,
    help: () =>
      "¿Qué se atraviesa cada vez? Una cosa pequeña que probar la próxima vez, con su día, puede cerrar la ronda.",
  },
};
