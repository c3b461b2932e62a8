import { describe, expect, it } from "vitest";

import { judgeAnswer } from "../../../src/adapters/airtable/verdict.ts";
import { type Answer, refusalIn } from "../../../src/adapters/airtable/wire.ts";

function answer(status: number, more: Partial<Answer> = {}): Answer {
  return { status, body: {}, type: null, message: null, retryAfterMs: null, ...more };
}

describe("adapters/airtable/verdict", () => {
  it.each(["read", "repeatable", "once"] as const)("has a %s wait out the lock of a 429", (kind) => {
    expect(judgeAnswer(kind, answer(429, { type: "RATE_LIMIT_REACHED" }))).toMatchObject({
      is: "again",
      afterMs: 30_000,
      everybody: true,
    });
  });

  it("waits longer than the lock when the service asks for it, never shorter", () => {
    const wait = (retryAfterMs: number) => judgeAnswer("read", answer(429, { retryAfterMs }));

    expect([wait(45_000), wait(1000)]).toMatchObject([{ afterMs: 45_000 }, { afterMs: 30_000 }]);
  });

  it("never waits for the next month", () => {
    const verdict = judgeAnswer("read", answer(429, { type: "PUBLIC_API_BILLING_LIMIT_EXCEEDED" }));

    expect(verdict).toEqual({ is: "quota" });
  });

  it.each([500, 502, 503, 504])("repeats what can be repeated after a %i, and doubts the rest", (status) => {
    const kinds = (["read", "repeatable", "once"] as const).map(
      (kind) => judgeAnswer(kind, answer(status)).is,
    );

    expect(kinds).toEqual(["again", "again", "in-doubt"]);
  });

  it("does not take a good status without JSON for an answer", () => {
    const kinds = (["read", "repeatable", "once"] as const).map(
      (kind) => judgeAnswer(kind, answer(200, { body: undefined })).is,
    );

    expect(kinds).toEqual(["again", "again", "in-doubt"]);
  });

  it.each([200, 401, 403, 404, 422])("takes a %i as it is", (status) => {
    expect(judgeAnswer("once", answer(status))).toEqual({ is: "final" });
  });
});

describe("adapters/airtable/wire", () => {
  it.each([
    [{ error: { type: "A", message: "b" } }, { type: "A", message: "b" }],
    [{ error: { type: "A" } }, { type: "A", message: null }],
    [{ error: "NOT_FOUND" }, { type: "NOT_FOUND", message: null }],
    [
      { errors: [{ error: "RATE_LIMIT_REACHED", message: "m" }] },
      { type: "RATE_LIMIT_REACHED", message: "m" },
    ],
    [{ records: [] }, { type: null, message: null }],
    [undefined, { type: null, message: null }],
  ])("reads every form of a refusal: %j", (body, expected) => {
    expect(refusalIn(body)).toEqual(expected);
  });
});
