import { describe, expect, it } from "vitest";

import { parseDocument } from "../../src/render/document.ts";
import { toTerminal } from "../../src/render/term.ts";
import { phrasesIn } from "./phrases-in.ts";

const phrases = phrasesIn("en-US");

const markdown = `## What moved

A [link](https://example.test) and **bold** words that run on for longer than the line is wide.

| Goal | Pace |
| --- | --- |
| 乳児死亡率 | on pace |
| Café | behind |

- one
  - under one, wrapped where the line of forty columns ends
- two

1. first
2. second

> quoted

<details><summary>3 more goals</summary>

- a
- b

</details>

---
`;

describe("render/term", () => {
  it("reads well without colour", () => {
    expect(toTerminal(parseDocument(markdown), { color: false, width: 40, phrases })).toMatchInlineSnapshot(`
      "What moved

      A link and bold words that run on for
      longer than the line is wide.

      Goal        Pace
      ──────────  ───────
      乳児死亡率  on pace
      Café        behind

      • one
        • under one, wrapped where the line of
          forty columns ends
      • two

      1. first
      2. second

      │ quoted

      ▸ 3 more goals (2 lines folded)

      ────────────────────────────────────────
      "
    `);
  });

  it("gives way in the widest column of a table, down to what still says something", () => {
    const table = `| ${"word ".repeat(12)} | short |\n| - | - |\n| x | y |\n`;

    const lines = toTerminal(parseDocument(table), { color: false, width: 30, phrases }).split("\n");

    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(30);
    expect(lines.filter((line) => line.includes("word")).length).toBeGreaterThan(2);
  });

  it("marks headings in colour when asked", () => {
    expect(toTerminal(parseDocument("# T\n"), { color: true, width: 40, phrases })).toBe(
      "\u001B[1mT\u001B[22m\n",
    );
  });
});
