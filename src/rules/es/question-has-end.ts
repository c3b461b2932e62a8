import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  endless: {
    text: ({ title }) =>
      say`“${title}” puede llevar en muchas direcciones: ni la pregunta ni un objetivo dicen todavía qué sería distinto.`,
    help: () => "Si saliera bien, ¿qué se notaría: quién, qué, para cuándo? Esa frase puede ser la pregunta.",
  },
};
