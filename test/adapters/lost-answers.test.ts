import { describe, expect, it } from "vitest";

import { judgeFault, type RequestKind } from "../../src/adapters/lost-answers.ts";
import { TransportError } from "../../src/lib/deadline-fetch.ts";

describe("adapters/lost-answers", () => {
  it.each([
    ["unsent", ["again", "again", "again"]],
    ["lost", ["again", "again", "in-doubt"]],
    ["timeout", ["again", "again", "in-doubt"]],
  ] as const)("asks again after %s where that can do no harm", (fault, verdicts) => {
    const kinds: readonly RequestKind[] = ["read", "repeatable", "once"];

    const judged = kinds.map((kind) => judgeFault("Notion", kind, new TransportError(fault, "x")).is);

    expect(judged).toEqual(verdicts);
  });

  it("says which service, and what happened", () => {
    const unsent = judgeFault("Airtable", "read", new TransportError("unsent", "no such host"));
    const lost = judgeFault("Airtable", "once", new TransportError("lost", "reset"));

    expect(unsent).toMatchObject({ reason: "Airtable cannot be reached: no such host" });
    expect(lost).toEqual({ is: "in-doubt", reason: "Airtable did not answer: reset" });
  });
});
