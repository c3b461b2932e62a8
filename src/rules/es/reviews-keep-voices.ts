import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  fewer: {
    text: ({ count, now, then, since }) =>
      say`En las últimas ${count} revisiones, desde el ${since}, ${now === 1 ? "participó más o menos 1 persona" : say`participaron más o menos ${now} personas`} en cada una; en las anteriores, unas ${then}.`,
    help: () =>
      "¿Es el tiempo, el tema, o la sensación de que nada cambia? Puede valer la pena preguntarlo en la próxima reunión. Si el trabajo simplemente se hizo más pequeño, todo está bien.",
  },
};
