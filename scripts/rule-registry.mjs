// The registry of rules, made from the files in src/rules/ that define one: adding a rule is adding its file.
import { readdirSync, readFileSync } from "node:fs";

export const registryPath = "src/rules/registry.ts";

const folder = new URL("../src/rules/", import.meta.url);

/** Imports by file name; the list by the first signal, as the catalogue of signals has it. */
export function registryText() {
  const found = readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => {
      const text = readFileSync(new URL(name, folder), "utf8");
      const [, constant] = /^export const (\w+) = defineRule\b/m.exec(text) ?? [];
      const [, signal] = /^ {2}signals: \["(S\d\d)"/m.exec(text) ?? [];
      return constant === undefined || signal === undefined ? [] : [{ name, constant, signal }];
    });
  return [
    ...found.map(({ name, constant }) => `import { ${constant} } from "./${name}";`),
    'import type { Rule } from "./types.ts";',
    "",
    "/** Every rule, in the order of the signals' catalogue. Generated from the rules' own files by `npm run gen`. */",
    "export const rules: readonly Rule[] = [",
    ...found.toSorted((a, b) => (a.signal < b.signal ? -1 : 1)).map(({ constant }) => `  ${constant},`),
    "];",
    "",
  ].join("\n");
}
