import { describe, expect, it } from "vitest";

import { readStatement } from "../../src/mapping/statement.ts";

describe("mapping/statement", () => {
  it.each([
    [
      "If we text the night before, then more first visits are kept, so that fewer babies are born too early.",
      ["we text the night before", "more first visits are kept", "fewer babies are born too early"],
    ],
    [
      "If clinics open late, visits go up so that care starts early",
      ["clinics open late", "visits go up", "care starts early"],
    ],
    ["IF: we call\nTHEN: they come\nSO THAT: care starts", ["we call", "they come", "care starts"]],
    ["If we call then they come", ["we call", "they come", null]],
    ["If only we knew", ["only we knew", null, null]],
    ["We will call so that they come", [null, null, "they come"]],
    [
      "Si llamamos la noche anterior, entonces vendrán más madres, para que menos bebés nazcan antes de tiempo",
      ["llamamos la noche anterior", "vendrán más madres", "menos bebés nazcan antes de tiempo"],
    ],
    [
      "Si abrimos tarde, suben las visitas de modo que empiece antes",
      ["abrimos tarde", "suben las visitas", "empiece antes"],
    ],
    ["Texting is better", [null, null, null]],
    ["Specify what authentic means", [null, null, null]],
    ["", [null, null, null]],
  ])("reads %j", (text, [first, second, third]) => {
    expect(readStatement(text)).toEqual({ if: first, then: second, soThat: third });
  });
});
