import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { rules } from "../../src/rules/registry.ts";

/** Files of src/rules that are the engine's, not a rule. */
const engine = ["define-rule.ts", "registry.ts", "run-rules.ts", "say.ts", "silence.ts", "types.ts"];
const headings = [
  "What it checks",
  "Why",
  "Healthy example",
  "Drifting example",
  "When it is wrong",
  "Options",
  "How to silence it",
];
const ids = rules.map(({ id }) => id);
const pageOf = (id: string): string => readFileSync(`docs/rules/${id}.md`, "utf8");

describe("rules/registry", () => {
  it("holds exactly the rules that have a file", () => {
    const files = readdirSync("src/rules").filter((file) => file.endsWith(".ts") && !engine.includes(file));

    expect(files.toSorted()).toEqual(ids.map((id) => `${id}.ts`).toSorted());
  });

  it("holds exactly the rules that have a page and a test", () => {
    const pages = readdirSync("docs/rules").filter((file) => file !== "README.md");
    const tests = readdirSync("test/rules").filter((file) => ids.some((id) => file === `${id}.test.ts`));

    expect(pages.toSorted()).toEqual(ids.map((id) => `${id}.md`).toSorted());
    expect(tests).toHaveLength(ids.length);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))("describes %s in its page as it is", (id, rule) => {
    const page = pageOf(id);

    expect(page.split("\n")[0]).toBe(`# ${id}`);
    expect([...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(headings);
    expect(page).toContain(`| signals | ${rule.signals.join(", ")} |`);
    const options = Object.keys(rule.options.parse({}) as Record<string, unknown>);
    for (const option of options) expect(page).toContain(`\`${option}\``);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))("gives %s a default for every option", (_, rule) => {
    expect(rule.options.safeParse({}).success).toBe(true);
    expect(rule.options.safeParse({ noSuchOption: 1 }).success).toBe(false);
  });
});
