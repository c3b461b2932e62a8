import { say } from "../../lib/say.ts";
import type { Phrases } from "../types.ts";

export const es: Phrases = {
  elsewhere: {
    text: ({ total, safe, troubled, titles, about }) => {
      const some = about === 0 ? "ninguno" : about;
      const rest =
        troubled === 1
          ? say`Sobre el único que va mal o es incierto, ${titles}, hay ${some}.`
          : say`Sobre los ${troubled} objetivos que van mal o son inciertos (${titles}) hay ${some} en total.`;
      return say`De los ${total} elementos de aprendizaje del último trimestre, la mayoría trata de ${safe}, que va bien. ${rest}`;
    },
    help: () =>
      "¿Ahí ya se conoce el camino? Si no, ¿qué hará falta? Una pregunta sobre el más incierto de ellos llevaría hacia allá algo de atención.",
  },
};
