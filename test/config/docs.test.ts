import { readFile } from "node:fs/promises";

import { describe, expect, it } from "vitest";

import { eventFields, goalFields, learningFields, resultFields } from "../../src/config/fields.ts";
import { configJsonSchema } from "../../src/config/json-schema.ts";

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node | boolean;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

/** Every key that may stand anywhere in the config, rules aside. */
function keysOf(node: Node | boolean | undefined): readonly string[] {
  if (typeof node !== "object") return [];
  const own = Object.entries(node.properties ?? {}).filter(([key]) => key !== "rules");
  const inner = [...(node.anyOf ?? []), ...(node.oneOf ?? []), node.items, node.additionalProperties];
  return [...own.flatMap(([key, child]) => [key, ...keysOf(child)]), ...inner.flatMap(keysOf)];
}

describe("docs/config.md", () => {
  it("names every key of the schema", async () => {
    const text = await readFile("docs/config.md", "utf8");
    // Keys of the one-line examples stand without backticks of their own.
    const named = new Set(text.match(/[A-Za-z][A-Za-z-]*/g));

    const forgotten = [...new Set(keysOf(configJsonSchema()))].filter((key) => !named.has(key));

    expect(forgotten).toEqual([]);
  });

  it.each([
    ["goals", goalFields],
    ["results", resultFields],
    ["events", eventFields],
  ])("lists the fields of %s in their row, and no others", async (role, fields) => {
    const text = await readFile("docs/config.md", "utf8");
    const row = text.split("\n").find((line) => line.startsWith(`| ${role} | \`title\``)) ?? "";

    const listed = [...row.matchAll(/`(\w+)`/g)].map((match) => match[1]);

    expect(listed).toEqual(["title", ...Object.keys(fields)]);
  });

  it("lists the fields of learning items over its five rows", async () => {
    const text = await readFile("docs/config.md", "utf8");
    const rows = text.split("\n").filter((line) => /^\| (learning, all kinds|\+ )/.test(line));

    const listed = rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map((match) => match[1]));

    expect(new Set(listed)).toEqual(new Set(["title", ...Object.keys(learningFields)]));
  });
});
