import { describe, expect, it } from "vitest";

import { findingsAsJson } from "../../src/reporters/findings-json.ts";
import { findingsAsText } from "../../src/reporters/findings-text.ts";
import { anInsight } from "../builders.ts";
import { aCheck, aFinding, mixedFindings } from "./a-check.ts";

const plain = { color: false, all: false };
const note = {
  connection: "team",
  table: "Goals",
  row: "Safe sleep",
  field: "Target",
  message: "“soon” is not a number.",
};

describe("reporters/findings-text", () => {
  it("puts the step that mends most first and the summary last", () => {
    const text = findingsAsText(
      aCheck(mixedFindings, { readingNotes: [note, { ...note, row: null, field: null }] }),
      plain,
    );

    expect(text).toMatchInlineSnapshot(`
      "Link the question “How do we reach young fathers?” to the goal it serves (mends 2 items)
      https://example.test/q
        error The question “How do we reach young fathers?”
          https://example.test/q
        warn  The review “Open house, June”
          https://example.test/r

      linked-to-goal
        warn  The insight “Texts the night before help” has no “so that” yet: nothing links it to a goal.
          https://example.test/i1
          → Open it and pick the goal it serves.
          ? perhaps “Fewer missed visits”: both speak of visits and texts.

      goal-is-live
        info  The goal “Safe sleep in every home”: Three items serve it, and it is over.
          → Say which goal they serve now.

      questions-are-open
        info  No question has been asked since June.
          → Ask one at the next meeting.

      2 things could not be taken as written
        Goals, “Safe sleep”, Target: “soon” is not a number.
        Goals: “soon” is not a number.

      3 goals, 12 learning items; 7 of them can be traced to a live goal.
      Worth a look: 1 error, 2 warnings, 2 hints."
    `);
  });

  it("is glad when there is nothing to say", () => {
    expect(findingsAsText(aCheck([]), plain)).toMatchInlineSnapshot(`
      "3 goals, 12 learning items; 7 of them can be traced to a live goal.
      Nothing needs a look."
    `);
  });

  it("says that nothing is there yet", () => {
    const summary = {
      goals: 1,
      items: 0,
      linked: 0,
      lineOfSight: 0,
      findings: { error: 0, warn: 0, info: 0 },
    };

    expect(findingsAsText(aCheck([], { summary }), plain)).toContain("1 goal, no learning items yet.");
  });

  it("folds what is long and unfolds it with --all", () => {
    const findings = Array.from({ length: 8 }, (_, index) =>
      aFinding({
        subject: { type: "item", item: anInsight({ id: `i${index}`, title: `Number ${index}` }) },
        message: "Nothing links it to a goal.",
      }),
    );
    const notes = Array.from({ length: 7 }, () => note);

    const folded = findingsAsText(aCheck(findings, { readingNotes: notes }), plain);
    const unfolded = findingsAsText(aCheck(findings, { readingNotes: notes }), { color: false, all: true });

    expect(folded.match(/“Number \d”/g)).toHaveLength(5);
    expect(folded).toContain("… and 3 more (--all shows them)");
    expect(folded).toContain("… and 2 more (--all shows them)");
    expect(unfolded.match(/“Number \d”/g)).toHaveLength(8);
    expect(unfolded).not.toContain("--all");
  });

  it("lets no cell's text act on the terminal", () => {
    const title = "a\u001b[2Jb\u009b31mc\nd\u202ee\ud800";
    const item = anInsight({ title });

    const text = findingsAsText(
      aCheck([aFinding({ subject: { type: "item", item }, message: title })], {
        readingNotes: [{ ...note, row: title, field: title, message: title }],
      }),
      plain,
    );

    // oxlint-disable-next-line no-control-regex -- that there is none is the point
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|\p{Cs}/u);
    expect(text).toContain("“a [2Jb 31mc de\ufffd”");
  });

  it("colours only when asked", () => {
    const result = aCheck(mixedFindings);

    const colored = findingsAsText(result, { color: true, all: false });

    // oxlint-disable-next-line no-control-regex -- colours are control characters
    expect(colored.replaceAll(/\u001b\[\d+m/g, "")).toBe(findingsAsText(result, plain));
    expect(colored).not.toBe(findingsAsText(result, plain));
  });
});

describe("reporters/findings-json", () => {
  it("prints the promised shape", () => {
    const json = findingsAsJson(aCheck(mixedFindings.slice(0, 2), { readingNotes: [note] }));

    expect(json).toMatchInlineSnapshot(`
      "{
        "version": 1,
        "now": "2026-11-16T12:00:00.000Z",
        "summary": {
          "goals": 3,
          "items": 12,
          "linked": 8,
          "lineOfSight": 7,
          "findings": {
            "error": 0,
            "warn": 1,
            "info": 1
          }
        },
        "findings": [
          {
            "rule": "goal-is-live",
            "severity": "info",
            "signal": "S02",
            "goal": {
              "id": "g",
              "title": "Safe sleep in every home",
              "url": null,
              "connection": "team"
            },
            "message": "Three items serve it, and it is over.",
            "help": "Say which goal they serve now.",
            "suggestions": [],
            "alsoSays": []
          },
          {
            "rule": "linked-to-goal",
            "severity": "warn",
            "signal": "S01",
            "item": {
              "id": "i1",
              "kind": "insight",
              "title": "Texts the night before help",
              "url": "https://example.test/i1",
              "connection": "team"
            },
            "message": "The insight “Texts the night before help” has no “so that” yet: nothing links it to a goal.",
            "help": "Open it and pick the goal it serves.",
            "suggestions": [
              {
                "goal": {
                  "id": "g2",
                  "title": "Fewer missed visits"
                },
                "score": 0.61,
                "why": "both speak of visits and texts."
              }
            ],
            "alsoSays": []
          }
        ],
        "readingNotes": [
          {
            "connection": "team",
            "table": "Goals",
            "row": "Safe sleep",
            "field": "Target",
            "message": "“soon” is not a number."
          }
        ]
      }"
    `);
  });

  it("names neither item nor goal for a finding about the work as a whole", () => {
    const { findings } = JSON.parse(findingsAsJson(aCheck([aFinding({ subject: { type: "team" } })]))) as {
      findings: object[];
    };

    expect(Object.keys(findings[0] ?? {})).toEqual([
      "rule",
      "severity",
      "signal",
      "message",
      "help",
      "suggestions",
      "alsoSays",
    ]);
  });
});
