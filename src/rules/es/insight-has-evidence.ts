import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  bare: {
    text: ({ title }) =>
      say`El aprendizaje “${title}” está solo: sin revisión, sin evidencia y sin una línea sobre lo que se vio.`,
    help: () =>
      "¿Qué se vio que llevara a pensarlo? Un ejemplo lo convierte en algo que otras personas pueden usar.",
  },
  platitude: {
    text: ({ title }) =>
      say`“${title}” vale para casi cualquier trabajo, y aquí nada dice todavía en qué se vio.`,
    help: () =>
      "¿Qué se vio que llevara a pensarlo? Un ejemplo lo convierte en algo que otras personas pueden usar.",
  },
  goingWell: {
    text: ({ count }) => say`${count} aprendizajes nombran la revisión o la evidencia en que se apoyan.`,
    help: () => "",
  },
};
