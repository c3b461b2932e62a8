import { describe, expect, it } from "vitest";

import { lineOfSightHolds } from "../../src/rules/line-of-sight-holds.ts";
import { aQuestion } from "../builders.ts";
import { ask } from "./ask.ts";

describe("rules/line-of-sight-holds", () => {
  it("can't see how many items led to a goal in earlier periods", () => {
    expect(ask(lineOfSightHolds, { items: [aQuestion()] })).toEqual({ findings: [], answers: ["cant-see"] });
  });
});
