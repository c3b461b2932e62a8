import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { severities } from "../../src/domain/finding.ts";
import { githubAnnotations, githubSummary } from "../../src/reporters/github.ts";
import { anInsight } from "../builders.ts";
import { phrasesIn } from "../render/phrases-in.ts";
import { aCheck, aFinding, mixedFindings } from "./a-check.ts";

const { phrase: say } = phrasesIn("en-US");

describe("reporters/github", () => {
  it("writes one workflow command a finding, the weightiest first", () => {
    expect(githubAnnotations(aCheck(mixedFindings), say)).toMatchInlineSnapshot(`
      "::error title=linked-to-goal::The question “How do we reach young fathers?”: Nothing says which goal it serves.%0AOpen it and pick the goal it serves.%0Ahttps://example.test/q
      ::warning title=linked-to-goal::The insight “Texts the night before help” has no “so that” yet: nothing links it to a goal.%0AOpen it and pick the goal it serves.%0Ahttps://example.test/i1
      ::warning title=linked-to-goal::The review “Open house, June”: It leads to the question “How do we reach young fathers?”, and there the chain stops.%0AOpen it and pick the goal it serves.%0Ahttps://example.test/r
      ::notice title=goal-is-live::The goal “Safe sleep in every home”: Three items serve it, and it is over.%0ASay which goal they serve now.
      ::notice title=questions-are-open::No question has been asked since June.%0AAsk one at the next meeting.
      "
    `);
  });

  it("keeps to ten annotations a level", () => {
    const findings = severities.flatMap((severity) =>
      Array.from({ length: 12 }, () => aFinding({ severity })),
    );

    const lines = githubAnnotations(aCheck(findings), say).trimEnd().split("\n");

    expect(lines.map((line) => line.split(" ")[0])).toEqual([
      ...Array<string>(10).fill("::error"),
      ...Array<string>(10).fill("::warning"),
      ...Array<string>(10).fill("::notice"),
    ]);
  });

  it("stays one command whatever the texts hold", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, message) => {
        const item = anInsight({ title: `${title}\n::error::x` });

        const text = githubAnnotations(
          aCheck([aFinding({ subject: { type: "item", item }, message, rule: "a:b,c\n::d" })]),
          say,
        );

        expect(text.split(/\r\n|\r|\n/)).toEqual([
          expect.stringMatching(/^::warning title=a%3Ab%2Cc%0A%3A%3Ad::/),
          "",
        ]);
      }),
    );
  });

  it("writes a summary in Markdown", () => {
    const note = { connection: "team", table: "Goals", row: null, field: null, message: "Odd." };

    expect(githubSummary(aCheck(mixedFindings, { readingNotes: [note] }), say)).toMatchInlineSnapshot(`
      "## So that?

      3 goals, 12 learning items; **7** can be traced to a live goal.

      ### What serves no goal yet

      - **error** The question “How do we reach young fathers?”: Nothing says which goal it serves. ([open](<https://example.test/q>)) Open it and pick the goal it serves. The same step mends 1 other remark.
      - **warn** The insight “Texts the night before help” has no “so that” yet: nothing links it to a goal. ([open](<https://example.test/i1>)) Open it and pick the goal it serves.
      - **info** The goal “Safe sleep in every home”: Three items serve it, and it is over. Say which goal they serve now.

      ### The work as a whole

      - **info** No question has been asked since June. Ask one at the next meeting.

      1 thing could not be taken as written; \`sothat check\` lists them.
      "
    `);
  });

  it("lets no cell's text become Markdown, HTML or a mention", () => {
    const title = "# <img src=x> [a](b) `c` **d** @team | e & f";
    const item = anInsight({ title, url: "https://example.test/a b>c" });

    const summary = githubSummary(
      aCheck([aFinding({ subject: { type: "item", item }, message: title })]),
      say,
    );

    expect(summary).toContain("(<https://example.test/a%20b%3Ec>)");
    expect(summary).not.toMatch(/<img|[^\\]\[a|[^\\]`c|[^\\]\*d|@team/);
  });

  it("folds long groups", () => {
    const summary = githubSummary(aCheck(Array.from({ length: 23 }, () => aFinding())), say);

    expect(summary.match(/^- \*\*warn\*\*/gm)).toHaveLength(20);
    expect(summary).toContain("- … and 3 more\n");
  });
});
