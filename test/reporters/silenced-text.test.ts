import { describe, expect, it } from "vitest";

import { findingsAsJson } from "../../src/reporters/findings-json.ts";
import { findingsAsText } from "../../src/reporters/findings-text.ts";
import { aGoal, anInsight } from "../builders.ts";
import { phrasesIn } from "../render/phrases-in.ts";
import { aCheck, aFinding } from "./a-check.ts";

const plain = { color: false, all: false, say: phrasesIn("en-US").phrase };

const insight = anInsight({ id: "i1", title: "Texts the night before help" });
const goal = aGoal({ id: "g", title: "Twelve workshops" });
const checked = aCheck([], {
  silenced: [
    {
      finding: aFinding(),
      silencing: { by: "waiver", rule: "all", subject: insight, reason: "For how\nwe talk", until: null },
    },
    {
      finding: aFinding({
        rule: "goal-is-result",
        subject: { type: "goal", goal },
        message: "The goal counts what we do.",
      }),
      silencing: { by: "config", rule: "all", subject: goal, reason: "The funder asks", until: "2027-01-31" },
    },
  ],
  stale: [
    { entry: { rule: "all", item: "gone", reason: "x" }, index: 0, why: "no-row", at: "sothat.yaml:31" },
    {
      entry: { rule: "goal-is-live", item: "old", reason: "x", until: "2026-01-01" },
      index: 1,
      why: "ended",
      at: null,
    },
  ],
});

describe("reporters/silenced-text", () => {
  it("counts what is silenced, and names entries that silence nothing", () => {
    expect(findingsAsText(checked, plain)).toMatchInlineSnapshot(`
      "2 remarks are silenced (sothat check --silenced lists them)

      2 entries under “ignore” silence nothing any more
        sothat.yaml:31  all, “gone”: no item or goal has this id, address, key or title; take it out, or write it as it is now
        goal-is-live, “old”: its day has passed; take it out, or give it a later one

      3 goals, 12 learning items; 7 of them can be traced to a live goal.
      Nothing needs a look."
    `);
  });

  it("lists what is silenced with its reasons when asked", () => {
    expect(findingsAsText({ ...checked, stale: [] }, { ...plain, silenced: true })).toMatchInlineSnapshot(`
      "2 remarks are silenced
        The insight “Texts the night before help” has no “so that” yet: nothing links it to a goal. (linked-to-goal)
          fine as is, in its row: “For how we talk”
        The goal “Twelve workshops”: The goal counts what we do. (goal-is-result)
          fine as is, in the config, until 2027-01-31: “The funder asks”

      3 goals, 12 learning items; 7 of them can be traced to a live goal.
      Nothing needs a look."
    `);
  });

  it("says nothing of it when there is nothing", () => {
    expect(findingsAsText(aCheck([]), { ...plain, silenced: true })).not.toContain("silence");
  });

  it("gives both in the JSON", () => {
    expect(JSON.parse(findingsAsJson(checked))).toMatchObject({
      silenced: [
        { rule: "linked-to-goal", item: { id: "i1" }, reason: "For how\nwe talk", by: "waiver", until: null },
        {
          rule: "goal-is-result",
          goal: { id: "g" },
          reason: "The funder asks",
          by: "config",
          until: "2027-01-31",
        },
      ],
      staleIgnores: [
        { rule: "all", item: "gone", why: "no-row", at: "sothat.yaml:31" },
        { rule: "goal-is-live", item: "old", why: "ended", at: null },
      ],
    });
  });
});
