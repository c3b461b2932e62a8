import type { Words } from "../../lib/languages.ts";
import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  waiting: {
    text: ({ title, since }) =>
      say`La hipótesis “${title}” está abierta desde el ${since}, y todavía no tiene revisión, próximo paso ni día para probarla.`,
    help: stepFor,
  },
  overdue: {
    text: ({ title, reviewBy }) =>
      say`La hipótesis “${title}” se iba a mirar a más tardar el ${reviewBy}, y todavía no tiene ninguna revisión.`,
    help: stepFor,
  },
  goingWell: {
    text: ({ count }) => say`${count} apuestas ya se probaron o tienen un próximo paso.`,
    help: () => "",
  },
};

function stepFor({ event, day }: Words): string {
  return event === ""
    ? "¿Cuál es la prueba más pequeña que diría algo? Basta ponerle un día, o dejarla en pausa."
    : say`“${event}”, el ${day}, contribuye al mismo objetivo: ¿podría probarse ahí esta apuesta? Si no, basta ponerle un día, o dejarla en pausa.`;
}
