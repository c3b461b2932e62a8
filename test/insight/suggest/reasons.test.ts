import { describe, expect, it } from "vitest";

import { en } from "../../../src/insight/suggest/reasons/en.ts";
import { es } from "../../../src/insight/suggest/reasons/es.ts";
import { reasonIn, type Reason } from "../../../src/insight/suggest/reasons/index.ts";
import { askedByEach } from "../../asked-values.ts";

const review = { kind: "review", title: "Feria" };
const fromEvent = { ...review, fromKind: "event", fromTitle: "Clínica móvil" };

describe("insight/suggest/reasons", () => {
  it("asks for the same values in Spanish as in English", () => {
    expect(askedByEach(es)).toEqual(askedByEach(en));
  });

  it.each<[Reason, string, string]>([
    [
      { message: "mention", values: { what: "key" } },
      "its text has this goal's key",
      "su texto menciona la clave de este objetivo",
    ],
    [
      { message: "besideIt", values: { ...fromEvent, others: 0 } },
      "the review “Feria” from the event “Clínica móvil”, as this one, serves this goal",
      "la revisión “Feria”, del evento “Clínica móvil” como este, contribuye a este objetivo",
    ],
    [
      { message: "besideIt", values: { ...fromEvent, others: 2 } },
      "the review “Feria” and 2 more items from the event “Clínica móvil”, as this one, serve this goal",
      "la revisión “Feria” y 2 elementos más, del evento “Clínica móvil” como este, contribuyen a este objetivo",
    ],
    [
      { message: "nearTheDay", values: { days: 1, side: "before", event: "Feria" } },
      "it is dated 1 day before “Feria”, an event for this goal",
      "su fecha es 1 día antes de “Feria”, un evento de este objetivo",
    ],
    [
      { message: "linkedWords", values: { words: ["“abuela”", "“cuna”"], items: 1 } },
      "shares “abuela”, “cuna” with an item linked to this goal",
      "comparte “abuela”, “cuna” con un elemento enlazado con este objetivo",
    ],
  ])("says %j in both languages", (reason, english, spanish) => {
    expect(reasonIn("en", reason)).toBe(english);
    expect(reasonIn("es", reason)).toBe(spanish);
  });
});
