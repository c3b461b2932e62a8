import { readdirSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { rules } from "../../src/rules/registry.ts";
import { runRules } from "../../src/rules/run-rules.ts";
import { traceLineOfSight } from "../../src/domain/line-of-sight.ts";
import type { Phrase, Rule } from "../../src/rules/types.ts";
import { askedBy, saidBy } from "../asked-values.ts";
import { anEvent, anInsight, aPortfolio, aReview } from "../builders.ts";

const isSaid = ({ text, help }: Phrase): boolean => text({}) !== "" || help({}) !== "";
const said = ({ messages }: Rule): readonly string[] =>
  Object.keys(messages).filter((name) => isSaid(messages[name]!));
const speaking = rules.filter((rule) => said(rule).length > 0).map((rule) => [rule.id, rule] as const);

const causes =
  /\bporque\b|\bdebido a|\bgracias a|\ba causa de|\bcaus(?:ó|aron|ad[oa]s?\b)|\bprovoc|\bcomo resultado de\b/i;

describe("rules: in Spanish", () => {
  it("has a file for every rule that speaks, and none besides", () => {
    const files = readdirSync("src/rules/es");

    expect(files.sort()).toEqual(speaking.map(([id]) => `${id}.ts`).sort());
  });

  it.each(speaking)("says all that %s says in English, of the same values", (_, rule) => {
    const es = rule.translations?.es ?? {};
    const asked = (phrases: Rule["messages"]) =>
      Object.fromEntries(said(rule).map((name) => [name, askedBy(phrases[name]!.text, phrases[name]!.help)]));

    expect(Object.keys(es).sort()).toEqual([...said(rule)].sort());
    expect(asked(es)).toEqual(asked(rule.messages));
  });

  it.each(speaking)("claims no cause and leaves no English behind in %s", (_, rule) => {
    const sentences = Object.values(rule.translations?.es ?? {}).flatMap(({ text, help }) => [
      ...saidBy(text),
      ...saidBy(help),
    ]);

    for (const sentence of sentences) {
      expect(sentence).not.toMatch(causes);
      expect(sentence).not.toMatch(/\b(?:the|and|goal|review|insight|undefined)\b/);
      expect(sentence).not.toMatch(/\b(?:usted|ustedes)\b/i);
    }
  });

  it("says days, titles and repairs in the language it is asked for", () => {
    const portfolio = aPortfolio({
      events: [anEvent({ id: "fair", title: "Feria de salud", date: "2026-10-24" })],
      items: [
        aReview({ id: "before", title: "Antes", when: "before", eventIds: ["fair"], date: "2026-10-20" }),
        aReview({ id: "lost", title: "Taller", date: "2026-09-01", insightIds: ["i1"] }),
        anInsight({ id: "i1", title: "Una idea", reviewIds: ["lost"], date: "2026-09-01" }),
      ],
    });
    const { findings } = runRules({
      portfolio,
      lineOfSight: traceLineOfSight(portfolio),
      settings: {},
      today: "2026-11-16",
      locale: "es",
    });

    const messages = findings.map(({ message }) => message);
    expect(messages).toContain(
      "“Antes” preparaba “Feria de salud”. Eso fue el 24 de octubre, y todavía no hay una revisión posterior enlazada.",
    );
    expect(findings.map(({ repair }) => repair?.step)).toContain(
      "Enlazar la revisión “Taller” con el objetivo al que contribuye.",
    );
  });
});
