import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  later: {
    text: ({ count, now, then, titles }) =>
      say`Las últimas ${count} revisiones (${titles}) llegaron unos ${now} días después del trabajo; las anteriores, después de unos ${then}.`,
    help: () =>
      "Más breve y más pronto suele enseñar más. Donde los números llegan tarde, diez minutos enseguida y otra mirada cuando lleguen hacen las dos cosas.",
  },
  goingWell: {
    text: ({ count, within }) =>
      say`Sus últimas ${count} revisiones llegaron a más tardar ${within} después del trabajo.`,
    help: () => "",
  },
};
