import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  method: {
    text: ({ count, of, titles }) =>
      say`${count} de los ${of} elementos más nuevos tratan de cómo se trabaja o se aprende, más que del trabajo: ${titles}.`,
    help: () =>
      "Sirve por un tiempo. ¿Qué resultado debería mejorar con eso? Esa puede ser la próxima pregunta.",
  },
};
