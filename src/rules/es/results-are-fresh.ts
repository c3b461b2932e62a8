import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  quiet: {
    text: ({ goal, day, gap }) =>
      say`No hay resultado de “${goal}” desde el ${day}; antes llegaba uno cada ${gap}, más o menos. Mientras no haya uno más nuevo, nadie puede ver si lo aprendido ayuda.`,
    help: () =>
      "¿Hay un número más nuevo en alguna parte? Si la medición está en pausa, una línea entre los resultados lo dice.",
  },
  goingWell: {
    text: ({ gap }) => say`Los resultados llegan cada ${gap}, más o menos, y están al día.`,
    help: () => "",
  },
};
