import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  doing: {
    text: ({ title, measures }) =>
      say`Lo que se mide en “${title}” trata de lo que se hace (“${measures}”): cuántas personas vinieron, si les gustó o si se siguió el plan.`,
    help: () =>
      "Conviene conservar lo que sirve y agregar la medida que diga si algo mejoró para las personas a quienes va dirigido.",
  },
};
