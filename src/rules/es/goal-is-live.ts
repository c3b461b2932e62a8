import { The, counted, the } from "../../domain/spanish.ts";
import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  over: {
    text: ({ kind, title, goals, many }) =>
      many === 1
        ? say`${The(kind)} “${title}” sigue en curso y solo lleva a la meta ${goals}, que ya terminó.`
        : say`${The(kind)} “${title}” sigue en curso y solo lleva a las metas ${goals}, que ya terminaron.`,
    help: ({ atKind, atTitle, count }) => {
      const first = "Se puede pasar a una meta en la que el equipo trabaja, o cerrar con lo que se aprendió.";
      if (atKind === "" && count === 1) return first;
      const place = atKind === "" ? "ahí" : say`en ${the(atKind)} “${atTitle}”`;
      return say`${first} Un enlace nuevo ${place} pasa ${counted(count, "elemento", "elementos")}.`;
    },
    step: ({ kind, title }) => say`Enlazar ${the(kind)} “${title}” con una meta en la que el equipo trabaja.`,
  },
};
