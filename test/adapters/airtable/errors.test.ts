import { describe, expect, it } from "vitest";

import { isRefusal, refuse } from "../../../src/adapters/airtable/errors.ts";

function refused(status: number, type: string | null, message: string | null = null) {
  return refuse(
    { status, type, message, body: undefined, retryAfterMs: null },
    {
      what: "table “Reports”",
      doing: "write",
      connection: "program-base",
      base: "appBase0000000000",
      tokenEnv: "AIRTABLE_TOKEN",
    },
  );
}

describe("adapters/airtable/errors", () => {
  it.each<[status: number, type: string | null, said: string | null, words: RegExp, hint: RegExp]>([
    [401, "AUTHENTICATION_REQUIRED", null, /token in AIRTABLE_TOKEN was refused/, /begins with “pat”/],
    [
      403,
      "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
      null,
      /may not write to table “Reports”/,
      /appBase0000000000.*data\.records:write.*data\.records:read|editor/,
    ],
    [
      403,
      "INVALID_PERMISSIONS",
      "You cannot edit “Period”",
      /Airtable says: You cannot edit “Period”/,
      /no lock/,
    ],
    [404, "NOT_FOUND", null, /is not there any more/, /Run again/],
    [413, "REQUEST_TOO_LARGE", null, /too large/, /^$/],
    [422, "UNKNOWN_FIELD_NAME", 'Unknown field name: "X"', /renamed or deleted.*"X"/, /Run again/],
    [
      422,
      "INVALID_VALUE_FOR_COLUMN",
      'Field "Report" cannot accept the provided value',
      /"Report"/,
      /100,000/,
    ],
    [
      422,
      "INVALID_MULTIPLE_CHOICE_OPTIONS",
      'option "W47"',
      /is not \(or no longer\) among.*"W47"/,
      /Add the option/,
    ],
    [422, "SOME_LIMIT", "The base has reached its record limit", /record limit/, /Delete some/],
    [422, "INVALID_REQUEST_UNKNOWN", "Invalid request", /Invalid request/, /^$/],
    [400, null, null, /status 400/, /^$/],
  ])("explains a %i %s (%s)", (status, type, said, words, hint) => {
    const error = refused(status, type, said);

    expect(error).toMatchObject({ exitCode: 3 });
    expect(error.message).toMatch(words);
    expect(error.hint ?? "").toMatch(hint);
    expect(isRefusal(error, type ?? `HTTP_${status}`)).toBe(true);
  });

  it("calls a failure of the service a failure", () => {
    expect(refused(599, null, "x".repeat(1000))).toMatchObject({ exitCode: 4, hint: "Try again later." });
  });

  it("keeps Airtable's words to one short line", () => {
    expect(refused(422, "X", `a\n\n${"b".repeat(1000)}`).message.length).toBeLessThan(420);
  });
});
