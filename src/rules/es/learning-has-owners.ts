import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  nobodys: {
    text: ({ open, bare, titles }) =>
      say`${bare} de ${open} preguntas, hipótesis y próximos pasos abiertos no tienen responsable: ${titles}.`,
    help: () =>
      "¿Quién quisiera saberlo? Un nombre en lo que más importa ya es un comienzo, y lo que nadie quiera se puede cerrar.",
  },
  onePen: {
    text: ({ count, since }) =>
      say`La mayor parte del aprendizaje desde el ${since} (${count} elementos) está a un mismo nombre, sin nadie más a su lado.`,
    help: () =>
      "¿Quién más estuvo ahí? Turnarse para escribir cambia lo que se nota; una columna para quienes participaron lo muestra cuando una persona escribe por el grupo.",
  },
  goingWell: {
    text: ({ count }) =>
      say`Cada una de sus ${count} preguntas, apuestas y próximos pasos abiertos tiene responsable.`,
    help: () => "",
  },
};
