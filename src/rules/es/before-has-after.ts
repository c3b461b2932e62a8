import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  afterEvent: {
    text: ({ title, event, day }) =>
      say`“${title}” preparaba “${event}”. Eso fue el ${day}, y todavía no hay una revisión posterior enlazada.`,
    help: () =>
      "Diez minutos sobre “¿qué pasó, y por qué?” cerrarían el ciclo. Si ya se conversó en otra parte, basta un enlace.",
  },
  afterDay: {
    text: ({ title, day }) =>
      say`“${title}” es una revisión previa del ${day}, y todavía no hay una revisión posterior enlazada.`,
    help: () =>
      "¿Ya se hizo el trabajo? Entonces diez minutos sobre “¿qué pasó, y por qué?” cerrarían el ciclo. Si cambió de fecha, solo falta el nuevo día.",
  },
  goingWell: {
    text: ({ count }) => say`${count} revisiones previas ya tienen su revisión posterior.`,
    help: () => "",
  },
};
