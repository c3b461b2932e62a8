import type { Words } from "../../lib/languages.ts";
import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  waiting: {
    text: ({ count, goal, days, titles }) => say`${haveWaited(count, goal, days)}: ${titles}.`,
    help: () =>
      "¿Cuál cambiaría lo que se haga ahora? Se puede nombrar en la próxima revisión previa, en lo aprendido antes.",
  },
  waitingForWork: {
    text: ({ count, goal, days, event, day }) =>
      say`${haveWaited(count, goal, days)}, y “${event}” es el ${day}.`,
    help: ({ titles }) =>
      say`Vale la pena mirar antes: ${titles}. Si alguno ayuda, se puede nombrar en la revisión previa.`,
  },
  goingWell: {
    text: ({ used }) =>
      used === 1
        ? "1 aprendizaje ya se puso en práctica."
        : say`${used} aprendizajes ya se pusieron en práctica.`,
    help: () => "",
  },
};

function haveWaited(
  count: Words[string] | undefined,
  goal: Words[string] | undefined,
  days: Words[string] | undefined,
): string {
  return count === 1
    ? say`1 aprendizaje sobre “${goal}” espera desde hace más de ${days} días su primer uso`
    : say`${count} aprendizajes sobre “${goal}” esperan desde hace más de ${days} días su primer uso`;
}
