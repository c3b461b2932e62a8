import { describe, expect, it } from "vitest";

import type { Severity } from "../../src/domain/finding.ts";
import type { GoalJudgement, GoalVerdict } from "../../src/domain/goal-judgement.ts";
import { findingsAsJson } from "../../src/reporters/findings-json.ts";
import { findingsAsText } from "../../src/reporters/findings-text.ts";
import { aGoal, anInsight } from "../builders.ts";
import { phrasesIn } from "../render/phrases-in.ts";
import { aCheck, aFinding, mixedFindings } from "./a-check.ts";

const { phrase: say } = phrasesIn("en-US");
const plain = { color: false, all: false, say };
const note = {
  connection: "team",
  table: "Goals",
  row: "Safe sleep",
  field: "Target",
  message: "“soon” is not a number.",
};

describe("reporters/findings-text", () => {
  it("tells what serves no goal and the team as a whole in groups of their own, and ends with what to do", () => {
    const text = findingsAsText(
      aCheck(mixedFindings, { readingNotes: [note, { ...note, row: null, field: null }] }),
      plain,
    );

    expect(text).toMatchInlineSnapshot(`
      "What serves no goal yet
        error The question “How do we reach young fathers?”: Nothing says which goal it serves.
          https://example.test/q
          → Open it and pick the goal it serves.
        warn  The insight “Texts the night before help” has no “so that” yet: nothing links it to a goal.
          https://example.test/i1
          ? perhaps “Fewer missed visits”: both speak of visits and texts.
        info  The goal “Safe sleep in every home”: Three items serve it, and it is over.
          → Say which goal they serve now.

      The work as a whole
        info  No question has been asked since June.
          → Ask one at the next meeting.

      2 things could not be taken as written
        Goals, “Safe sleep”, Target: “soon” is not a number.
        Goals: “soon” is not a number.

      3 goals, 12 learning items; 7 of them can be traced to a live goal.
      Worth a look: 1 error, 2 warnings, 2 hints.
      → A good first step: link the question “How do we reach young fathers?” to the goal it serves. That ties 2 items to the work.
      --all shows everything and names the rules; sothat rules <name> explains one."
    `);
  });

  it("tells a goal's remarks under it, three at most, with its verdict and what goes well", () => {
    const goal = aGoal({ id: "g", title: "Fewer missed visits" });
    const remarks = ["One", "Two", "Three", "Four"].map((message) =>
      aFinding({ message, subject: { type: "goal", goal }, help: `Step ${message}.` }),
    );
    const judged = { goal, verdict: "drifting", remarks, goingWell: ["A.", "B.", "C."] } as const;

    expect(findingsAsText(aCheck(remarks, { goals: [judged] }), plain)).toMatchInlineSnapshot(`
      "Fewer missed visits: its learning may be drifting away from it
        https://example.test/g
        ✓ A. B.
        warn  One
          → Step One.
        warn  Two
          → Step Two.
        warn  Three
          → Step Three.
        … and 1 more (--all shows them)

      3 goals, 12 learning items; 7 of them can be traced to a live goal.
      Worth a look: 4 warnings.
      → A good first step: the goal “Fewer missed visits”, told first above.
      --all shows everything and names the rules; sothat rules <name> explains one."
    `);
  });

  it("tells the loudest group first, then where learning drifts, and calm goals last", () => {
    const judged = (id: string, verdict: GoalVerdict, severity: Severity | null): GoalJudgement => {
      const goal = aGoal({ id, url: null });
      const remarks =
        severity === null ? [] : [aFinding({ severity, subject: { type: "goal", goal }, message: id })];
      return { goal, verdict, remarks, goingWell: verdict === "healthy" ? ["2 bets have been tried."] : [] };
    };
    const goals = [
      judged("calm", "healthy", null),
      judged("early", "too-early", null),
      judged("hinted", "worth-a-look", "info"),
      judged("hidden", "cant-see", null),
      judged("drifts", "drifting", "info"),
      judged("warned", "worth-a-look", "warn"),
    ];
    const findings = goals.flatMap(({ remarks }) => remarks);

    const text = findingsAsText(aCheck(findings, { goals }), plain);

    expect(text.split("\n").filter((line) => /^\S/u.test(line))).toEqual([
      "warned: worth a look",
      "drifts: its learning may be drifting away from it",
      "hinted: worth a look",
      "calm: going well",
      "Too early to tell: “early”",
      "Can't see: “hidden”",
      "3 goals, 12 learning items; 7 of them can be traced to a live goal.",
      "Worth a look: 1 warning, 2 hints.",
      "→ A good first step: the goal “warned”, told first above.",
      "--all shows everything and names the rules; sothat rules <name> explains one.",
    ]);
    expect(text).toContain("  ✓ 2 bets have been tried.");
  });

  it("adds what was folded, what a link mends too and the rule's name with --all", () => {
    const also = aFinding({ rule: "review-has-work", message: "It names no work." });

    const text = findingsAsText(aCheck([...mixedFindings.slice(2, 4), aFinding({ alsoSays: [also] })]), {
      ...plain,
      all: true,
    });

    expect(text).toContain("    with it: The review “Open house, June”");
    expect(text).toContain("    also: It names no work. (review-has-work)");
    expect(text).toContain("    rule linked-to-goal");
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
    const unfolded = findingsAsText(aCheck(findings, { readingNotes: notes }), { ...plain, all: true });

    expect(folded.match(/  warn  The insight “Number \d”/g)).toHaveLength(3);
    expect(folded).toContain("… and 5 more (--all shows them)");
    expect(folded).toContain("… and 2 more (--all shows them)");
    expect(unfolded.match(/  warn  The insight “Number \d”/g)).toHaveLength(8);
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

    const colored = findingsAsText(result, { ...plain, color: true });

    // oxlint-disable-next-line no-control-regex -- colours are control characters
    expect(colored.replaceAll(/\u001b\[\d+m/g, "")).toBe(findingsAsText(result, plain));
    expect(colored).not.toBe(findingsAsText(result, plain));
  });
});

describe("reporters/findings-json", () => {
  it("prints the promised shape", () => {
    const goal = aGoal({ id: "g2", title: "Fewer missed visits" });
    const judged = { goal, verdict: "healthy", remarks: [], goingWell: ["2 bets have been tried."] } as const;

    const json = findingsAsJson(aCheck(mixedFindings.slice(0, 2), { goals: [judged], readingNotes: [note] }));

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
        "goals": [
          {
            "id": "g2",
            "title": "Fewer missed visits",
            "url": "https://example.test/g2",
            "connection": "team",
            "verdict": "healthy",
            "goingWell": [
              "2 bets have been tried."
            ],
            "remarks": 0
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
        ],
        "silenced": [],
        "staleIgnores": []
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
