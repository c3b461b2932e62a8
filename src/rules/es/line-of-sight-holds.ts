import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  falls: {
    text: ({ firstMonth, first, firstOf, nextMonth, next, nextOf, now, nowOf, table }) => {
      const most =
        table === "" ? "" : say` La mayoría de los que no llevan a ninguno está en la tabla “${table}”.`;
      return say`En ${firstMonth}, ${first} de ${firstOf} elementos activos llevaban a un objetivo; en ${nextMonth}, ${next} de ${nextOf}; ahora, ${now} de ${nowOf}.${most}`;
    },
    help: () =>
      "¿Hay un lugar nuevo para el aprendizaje sin columna de objetivo, o una costumbre que se perdió? Los elementos más nuevos sin objetivo lo dirán.",
  },
};
