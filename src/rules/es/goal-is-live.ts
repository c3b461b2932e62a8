import { The, counted, the } from "../../domain/spanish.ts";
import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  over: {
    text: ({ kind, title, goals, many }) =>
      many === 1
        ? say`${The(kind)} “${title}” sigue en curso y solo lleva al objetivo ${goals}, que ya terminó.`
        : say`${The(kind)} “${title}” sigue en curso y solo lleva a los objetivos ${goals}, que ya terminaron.`,
    help: ({ atKind, atTitle, count }) => {
      const first =
        "Se puede pasar a un objetivo en el que el equipo trabaja, o cerrar con lo que se aprendió.";
      if (atKind === "" && count === 1) return first;
      const place = atKind === "" ? "ahí" : say`en ${the(atKind)} “${atTitle}”`;
      return say`${first} Con un enlace nuevo ${place} ${count === 1 ? "pasa" : "pasan"} ${counted(count, "elemento", "elementos")}.`;
    },
    step: ({ kind, title }) =>
      say`Enlazar ${the(kind)} “${title}” con un objetivo en el que el equipo trabaja.`,
  },
};
