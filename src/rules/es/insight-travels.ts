import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  stayed: {
    text: ({ count, title, home, away }) =>
      say`${count} aprendizajes tratan de objetivos que otro equipo comparte, y ninguno está enlazado con trabajo de ese equipo o de un momento posterior. Uno de ellos: “${title}” (de “${home}”; “${away}” tiene el mismo objetivo general).`,
    help: () =>
      "¿Hay alguno que le ahorraría un mes al otro equipo? Basta una nota, y un enlace en su próxima revisión previa lo mantiene a mano.",
  },
};
