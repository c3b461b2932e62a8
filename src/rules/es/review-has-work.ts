import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  loose: {
    text: ({ title }) => say`“${title}” no dice qué trabajo se miró.`,
    help: () =>
      "Si trató de varios, basta enlazar el que más pone en juego; la próxima revisión podría partir de ahí.",
  },
};
