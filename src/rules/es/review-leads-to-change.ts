import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  accountOnly: {
    text: ({ title }) => say`“${title}” cuenta qué pasó, y todavía no dice nada de la próxima vez.`,
    help: () =>
      "¿Qué cosa conviene mantener, o cuál conviene probar de otra manera? ¿Cuándo es la próxima oportunidad?",
  },
  goingWell: {
    text: ({ count }) => say`${count} revisiones nombraron algo que mantener o que cambiar.`,
    help: () => "",
  },
};
