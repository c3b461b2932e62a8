import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  framework: {
    text: ({ title }) => say`La meta “${title}” dice qué se va a hacer, y no está debajo de ninguna otra.`,
    help: () => "¿Qué resultado mejora si se hace? Enlazarla debajo de esa meta la mantiene como un medio.",
  },
};
