import { describe, expect, it } from "vitest";

import type { Finding } from "../../src/domain/finding.ts";
import { byUsefulness } from "../../src/domain/remark-order.ts";
import { aFinding } from "../reporters/a-check.ts";

describe("domain/remark-order", () => {
  it.each<[string, Partial<Finding>, Partial<Finding>]>([
    [
      "what the data says before what dates say",
      { kind: "fact", severity: "info" },
      { kind: "timing", severity: "error" },
    ],
    ["what dates say before what many items say", { kind: "timing" }, { kind: "pattern" }],
    ["a guess from words last", { kind: "pattern" }, { kind: "wording" }],
    ["the louder one", { severity: "warn" }, { severity: "info", actBy: "2026-11-20" }],
    ["what can be acted on soonest", { actBy: "2026-11-20" }, { actBy: "2026-12-05" }],
    ["what can be acted on at all", { actBy: "2026-12-05" }, { actBy: null }],
    ["the first by its words, when nothing else tells", { message: "a" }, { message: "b" }],
  ])("puts %s first", (_, one, other) => {
    const [first, second] = [aFinding(one), aFinding(other)];

    expect([second, first].toSorted(byUsefulness)).toEqual([first, second]);
  });
});
