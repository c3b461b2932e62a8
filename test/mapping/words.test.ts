import { describe, expect, it } from "vitest";

import { en } from "../../src/mapping/words/en.ts";
import { es } from "../../src/mapping/words/es.ts";
import { noteIn, type NoteText } from "../../src/mapping/words/index.ts";
import { askedByEach } from "../asked-values.ts";

describe("mapping/words", () => {
  it("asks for the same values in Spanish as in English", () => {
    expect(askedByEach(es)).toEqual(askedByEach(en));
  });

  it.each<[NoteText, string, string]>([
    [
      { message: "notComputed", values: { service: "Airtable", what: "cell", code: "#ERROR!" } },
      "Could not be read: Airtable could not compute this cell (#ERROR!)",
      "No se pudo leer: Airtable no pudo calcular esta celda (#ERROR!)",
    ],
    [
      { message: "noKind", values: { shown: "Idea", known: ["Insight", "Lesson"] } },
      "“Idea” is no kind that the config lists, so the row was not taken as a learning item. Write Insight or Lesson, or list it in the config under kind.",
      "“Idea” no es una clase que la configuración conozca, así que la fila no se tomó como elemento de aprendizaje. Se puede escribir Insight o Lesson, o agregarla en la configuración, en kind.",
    ],
    [
      { message: "wrongColumn", values: { held: "boolean", wanted: "date" } },
      "Holds a tick box, and a date, such as 2026-11-16 is needed here. Map another column, or leave this field out.",
      "Contiene una casilla, y aquí hace falta una fecha, como 2026-11-16. Hay que asignar otra columna, o dejar este campo sin columna.",
    ],
    [
      { message: "unknownTitle", values: { shown: "World peace", wanted: "insight" } },
      "“World peace” matches no title. Write the exact title, key or address of an insight.",
      "“World peace” no coincide con ningún título. Hay que escribir el título exacto, la clave o la dirección de un aprendizaje.",
    ],
    [{ message: "untitled", values: { kind: "goal" } }, "(untitled goal)", "(objetivo sin título)"],
  ])("says %j in both languages", (text, english, spanish) => {
    expect(noteIn("en", text)).toBe(english);
    expect(noteIn("es", text)).toBe(spanish);
  });
});
