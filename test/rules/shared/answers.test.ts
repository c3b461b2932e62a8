import { describe, expect, it } from "vitest";

import type { Answer } from "../../../src/domain/finding.ts";
import { quietly, remarksThenOne, team } from "../../../src/rules/shared/answers.ts";
import type { Verdict } from "../../../src/rules/types.ts";

const verdict = (answer: Answer): Verdict =>
  answer === "worth-a-look" ? { answer, subject: team, message: "said", values: {} } : quietly(answer);
const summed = (...answers: readonly Answer[]) =>
  [...remarksThenOne(answers.map(verdict))].map(({ answer }) => answer);

describe("rules/shared/answers", () => {
  it("keeps remarks and what can't be seen, one by one", () => {
    expect(summed("worth-a-look", "healthy", "cant-see", "worth-a-look", "too-early")).toEqual([
      "worth-a-look",
      "cant-see",
      "worth-a-look",
    ]);
  });

  it("sums up the rest in one answer", () => {
    expect(summed("healthy", "too-early", "healthy")).toEqual(["healthy"]);
    expect(summed("too-early", "too-early")).toEqual(["too-early"]);
    expect(summed()).toEqual(["too-early"]);
  });

  it("claims nothing healthy or early where all was out of sight", () => {
    expect(summed("cant-see")).toEqual(["cant-see"]);
  });
});
