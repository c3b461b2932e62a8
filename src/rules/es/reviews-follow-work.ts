import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  even: {
    text: ({ count, gap, from, to, passed }) =>
      say`Entre el ${from} y el ${to}, ${count} revisiones llegaron cada ${gap} días, más o menos, pasara lo que pasara; sin revisión quedó lo siguiente: ${passed}.`,
    help: () => "¿Podría la próxima revisión seguir más bien al próximo trabajo?",
  },
};
