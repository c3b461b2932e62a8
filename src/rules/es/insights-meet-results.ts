import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  staysPut: {
    text: ({ goal, count, titles, since, before, after }) =>
      say`Desde el ${since} se pusieron en práctica ${count} aprendizajes sobre “${goal}” (${titles}). Su resultado estaba antes cerca de ${before} y está ahora cerca de ${after}.`,
    help: () =>
      "Una pregunta para la reunión: ¿necesita más tiempo, o hay otra cosa en el camino? Una nota junto al próximo resultado guarda la respuesta.",
  },
  unexplained: {
    text: ({ goal, since, before, after }) =>
      say`Desde el ${since}, el resultado de “${goal}” pasó de aproximadamente ${before} a ${after}, y ningún aprendizaje o revisión de ese tiempo habla de eso.`,
    help: () => "¿Qué pasó? Una línea mientras la gente se acuerda vale mucho después.",
  },
  goingWell: {
    text: ({ since }) =>
      say`Desde el ${since}, cuando se puso en práctica un aprendizaje por primera vez, su resultado se ha movido hacia la meta.`,
    help: () => "",
  },
  goesOn: {
    text: ({ since }) =>
      say`Desde el ${since}, cuando se puso en práctica un aprendizaje por primera vez, su resultado se ha movido hacia la meta. Ya se movía así antes.`,
    help: () => "",
  },
};
