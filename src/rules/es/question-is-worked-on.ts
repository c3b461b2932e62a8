import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  quiet: {
    text: ({ title, since, last }) =>
      say`La pregunta “${title}” está abierta desde el ${since}. ${last === "" ? "Todavía no tiene enlazada ninguna apuesta, revisión o aprendizaje." : say`Lo último que tiene enlazado es del ${last}.`}`,
    help: () =>
      "¿Una respuesta cambiaría todavía una decisión? Si es así, ¿cuál es la próxima prueba pequeña? Si no, se puede cerrar, o marcar como permanente si la idea es que siga abierta.",
  },
  many: {
    text: ({ open, quiet, goal, since, titles }) =>
      say`Hay ${open} preguntas abiertas ${goal === "" ? "sin objetivo" : say`para “${goal}”`}, y ${quiet} de ellas no han tenido apuesta, revisión o aprendizaje desde el ${since}: ${titles}.`,
    help: () =>
      "¿Qué tres cambiarían una decisión en estos meses? Las demás se pueden dejar en pausa o cerrar.",
  },
  goingWell: {
    text: ({ count }) => say`Se trabaja en ${count} preguntas abiertas.`,
    help: () => "",
  },
};
