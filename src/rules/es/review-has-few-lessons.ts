import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  many: {
    text: ({ title, count }) =>
      say`De “${title}” salieron ${count} lecciones, y ninguna está marcada para la próxima vez.`,
    help: () => "¿Qué dos o tres importan para la próxima ocasión? Las demás pueden esperar en el registro.",
  },
};
