import { describe, expect, it } from "vitest";

import type { Review } from "../../../src/domain/types.ts";
import { findAfters } from "../../../src/rules/shared/bookends.ts";
import { aReview } from "../../builders.ts";

const before = aReview({
  id: "bar",
  when: "before",
  title: "BAR: spring clinic",
  date: "2026-03-01",
  goalIds: ["g"],
});
const mayClose = (given: Partial<Review>) =>
  findAfters([before, aReview(given)]).mayClose(before, "2026-03-10");

describe("rules/shared/bookends", () => {
  it("ties reviews by title only when the title says enough", () => {
    const long = aReview({ title: "Spring clinic (after)", date: "2026-03-12" });
    const short = { ...before, title: "Before: fair" };

    expect(findAfters([before, long]).close(before)).toBe(true);
    expect(findAfters([short, aReview({ title: "After: fair", date: "2026-03-12" })]).close(short)).toBe(
      false,
    );
  });

  it("takes a review that does not say which half it is for an after", () => {
    expect(findAfters([before, aReview({ when: null, beforeIds: ["bar"] })]).close(before)).toBe(true);
  });

  it.each<[string, Partial<Review>, boolean]>([
    ["on the day", { goalIds: ["g"], date: "2026-03-10" }, true],
    ["six weeks later", { goalIds: ["g"], date: "2026-04-21" }, true],
    ["later than that", { goalIds: ["g"], date: "2026-04-22" }, false],
    ["before the work", { goalIds: ["g"], date: "2026-03-09" }, false],
    ["without a day", { goalIds: ["g"], date: null }, true],
    ["for another goal", { goalIds: ["other"], date: "2026-03-12" }, false],
    ["of another event", { goalIds: ["g"], eventIds: ["e"], date: "2026-03-12" }, false],
  ])("leaves open whether a loose review belongs to it: %s", (_, given, expected) => {
    expect(mayClose(given)).toBe(expected);
  });
});
