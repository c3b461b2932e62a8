import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  bare: {
    text: ({ title, status, holds, since }) => {
      const byNumbers =
        holds === 1
          ? "se salió del nivel que debería mantener"
          : "va atrasado respecto a donde estarían sus números en línea recta";
      return say`El objetivo “${title}” ${status === "" ? byNumbers : say`está marcado como “${status}”`}, y no tiene nada enlazado: ni pregunta o hipótesis abierta, ni revisión o aprendizaje desde el ${since}.`;
    },
    help: () =>
      "¿Qué hará falta? Basta una pregunta con la que alguien pueda empezar. Si el camino ya se conoce, no hace falta ninguna.",
  },
};
