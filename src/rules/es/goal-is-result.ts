import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  framework: {
    text: ({ title }) => say`El objetivo “${title}” dice qué se va a hacer, y no está debajo de ningún otro.`,
    help: () =>
      "¿Qué resultado mejora si se hace? Enlazarlo debajo de ese objetivo lo mantiene como un medio.",
  },
};
