import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  onlyAfter: {
    text: ({ count, titles, from, to }) =>
      say`Las últimas ${count} revisiones posteriores (${titles}; del ${from} al ${to}) miran atrás sin un “¿qué nos proponíamos?” por escrito, y no tienen una revisión previa enlazada.`,
    help: () =>
      "En el próximo trabajo, cuatro preguntas breves antes de empezar dan con qué comparar: ¿qué nos proponemos, cómo lo sabremos, qué podría estorbar, qué aprendimos antes?",
  },
};
