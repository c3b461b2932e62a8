import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  activity: {
    text: ({ title, then }) =>
      say`En la hipótesis “${title}”, “entonces ${then}” se cumple con solo hacer lo previsto.`,
    help: () =>
      "¿Qué se esperaría que las personas, o el producto, hicieran distinto? Esa es la parte que vale la pena probar.",
  },
};
