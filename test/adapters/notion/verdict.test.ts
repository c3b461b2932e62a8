import { describe, expect, it } from "vitest";

import type { RequestKind } from "../../../src/adapters/lost-answers.ts";
import { kindOf } from "../../../src/adapters/notion/request-kind.ts";
import { judgeAnswer } from "../../../src/adapters/notion/verdict.ts";

const answer = (status: number, text: string, headers: Record<string, string> = {}) => ({
  status,
  text,
  headers: new Headers(headers),
});
const error = (code: string, more: object = {}) => JSON.stringify({ object: "error", code, ...more });

describe("adapters/notion/request-kind", () => {
  it.each([
    ["get", "/v1/pages/x/markdown", "read"],
    ["POST", "/v1/data_sources/x/query", "read"],
    ["post", "/v1/search", "read"],
    ["post", "/v1/pages", "once"],
    ["post", "/v1/file_uploads", "repeatable"],
    ["post", "/v1/file_uploads/x/send", "repeatable"],
    ["post", "/v1/file_uploads/x/complete", "once"],
    ["patch", "/v1/blocks/x/children", "once"],
    ["patch", "/v1/blocks/x", "repeatable"],
    ["patch", "/v1/pages/x", "repeatable"],
    ["delete", "/v1/blocks/x", "repeatable"],
  ])("takes %s %s for %s", (method, path, kind) => {
    expect(kindOf(method, path)).toBe(kind);
  });
});

describe("adapters/notion/verdict", () => {
  const html = "<html>Bad gateway</html>";
  const table: readonly (readonly [string, ReturnType<typeof answer>, string, string, string])[] = [
    // what happened, the answer, then the verdict for a read, a repeatable write, a write that makes something
    ["a good answer", answer(200, "{}"), "final", "final", "final"],
    ["a bad request", answer(400, error("validation_error")), "final", "final", "final"],
    ["a wrong token", answer(401, error("unauthorized")), "final", "final", "final"],
    ["a collision", answer(409, error("conflict_error")), "again", "again", "again"],
    ["another 409", answer(409, error("row_limit_exceeded")), "final", "final", "final"],
    ["a rate limit", answer(429, error("rate_limited"), { "retry-after": "7" }), "again", "again", "again"],
    ["a rate limit as HTML", answer(429, html), "again", "again", "again"],
    [
      "a block",
      answer(
        429,
        error("rate_limited", { additional_data: { rate_limit_reason: "public_api_request_blocked" } }),
      ),
      "final",
      "final",
      "final",
    ],
    ["an overload", answer(529, error("service_overload")), "again", "again", "again"],
    ["an inner fault", answer(500, error("internal_server_error")), "again", "again", "in-doubt"],
    ["a bad gateway as HTML", answer(502, html), "again", "again", "in-doubt"],
    ["an outage", answer(503, error("service_unavailable")), "again", "again", "in-doubt"],
    [
      "an outage after saving",
      answer(503, error("service_unavailable", { additional_data: { committed_resource_id: "p" } })),
      "again",
      "again",
      "done-after-all",
    ],
    ["a gateway time-out", answer(504, error("gateway_timeout")), "again", "again", "in-doubt"],
    ["an empty 200", answer(200, ""), "again", "again", "in-doubt"],
    ["HTML with 200", answer(200, html), "again", "again", "in-doubt"],
    ["half a JSON with 200", answer(200, '{"object":"li'), "again", "again", "in-doubt"],
  ];

  it.each(table)("judges %s by what may be repeated", (_, given, read, repeatable, once) => {
    const kinds: readonly RequestKind[] = ["read", "repeatable", "once"];

    expect(kinds.map((kind) => judgeAnswer(kind, given).is)).toEqual([read, repeatable, once]);
  });

  it("honours the wait that is asked for, from the header or from the body", () => {
    const fromHeader = judgeAnswer("once", answer(429, "{}", { "retry-after": "421" }));
    const fromBody = judgeAnswer(
      "once",
      answer(429, error("rate_limited", { additional_data: { retry_after: "9" } })),
    );

    expect([fromHeader, fromBody]).toMatchObject([
      { afterMs: 421_000, everybody: true },
      { afterMs: 9000, everybody: true },
    ]);
  });

  it("hands on what an outage says was saved", () => {
    const body = error("service_unavailable", {
      additional_data: { committed_resource_id: "parent", committed_child_ids: ["a", "b"] },
    });

    expect(judgeAnswer("once", answer(503, body))).toEqual({
      is: "done-after-all",
      body: '{"object":"committed","id":"parent","results":[{"object":"block","id":"a"},{"object":"block","id":"b"}]}',
    });
  });
});
