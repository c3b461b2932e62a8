import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  allHeld: {
    text: ({ held, tested, since }) =>
      held === tested
        ? say`Las ${held} hipótesis probadas están marcadas como cumplidas, desde el ${since}.`
        : say`${held} de las ${tested} hipótesis probadas están marcadas como cumplidas, desde el ${since}.`,
    help: () =>
      "O las apuestas son muy seguras, o las que decepcionan no se anotan. Las dos cosas merecen un minuto: ¿cuál sorprendió más?",
  },
  goingWell: {
    text: ({ tested, other }) =>
      say`De ${tested} apuestas probadas, ${other} ${other === 1 ? "no salió" : "no salieron"} como se esperaba, y quedó por escrito.`,
    help: () => "",
  },
};
