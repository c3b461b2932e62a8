import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  burst: {
    text: ({ near, all, lastDays, date }) =>
      say`${near} de ${all} elementos se anotaron en los ${lastDays} días antes de entregar un informe, los últimos antes del ${date}.`,
    help: () => "Si algo se notó antes, una línea ese mismo día llegaría a tiempo para ayudar al trabajo.",
  },
};
