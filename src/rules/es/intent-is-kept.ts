import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  moved: {
    text: ({ title, before, then, now }) =>
      say`“${title}” cuenta el propósito con ${now}; su revisión previa “${before}” decía ${then}.`,
    help: () =>
      "No hay nada malo en cambiar el plan; unas palabras sobre cuándo y por qué cambió dejan ver después qué tan buena fue la previsión.",
  },
  rewritten: {
    text: ({ title, work, until, by, change }) =>
      say`El propósito de “${title}” se lee de otra manera desde el ${by}${change === "numbers" ? ", con otros números" : ""}; el ${until}, después del trabajo del ${work}, todavía se leía como antes.`,
    help: () =>
      "No hay nada malo en eso; solo que ya no puede decir qué tan buena fue la previsión. Unas palabras sobre cuándo y por qué cambió sí podrían.",
  },
};
