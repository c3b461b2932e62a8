import { describe, expect, it } from "vitest";

import { languageOf } from "../../../src/rules/wording/language.ts";
import { compileLexicons } from "../../../src/rules/wording/lexicon.ts";
import { tokenise } from "../../../src/rules/wording/tokens.ts";

const lexicons = compileLexicons({});

describe("rules/wording/language", () => {
  it.each([
    ["How do we improve alignment?", "en"],
    ["Communication is key.", "en"],
    ["¿Cuál es nuestro impacto?", "es"],
    ["Implantación del cuadro de mando integral", "es"],
    ["Quel est notre impact ?", null],
    ["Qual é o nosso impacto?", null],
    ["Com podem millorar la comunicació?", null],
    ["Hoe verbeteren we de samenwerking?", null],
    ["Was bedeutet Erfolg für uns?", null],
    ["협업을 어떻게 개선할 수 있을까요?", null],
    ["", null],
    ["Whitehall", null],
  ])("takes %j for %j", (text, language) => {
    expect(languageOf(text, tokenise(text), lexicons)?.language ?? null).toBe(language);
  });
});
