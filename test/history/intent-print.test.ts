import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import { compareIntents, intentPrint } from "../../src/history/intent-print.ts";

const compare = (before: string | null, after: string | null) =>
  compareIntents(intentPrint(before), intentPrint(after));

describe("history/intent-print", () => {
  it.each([
    ["nothing twice", null, "", null],
    [
      "other capitals, spaces and full stops",
      "40 vouchers  used in March.",
      "40 Vouchers used, in march",
      null,
    ],
    ["a first entry", "  ", "40 vouchers used in March", "filled"],
    ["an emptied cell", "40 vouchers used in March", null, "emptied"],
    [
      "a typo mended",
      "40 vochers are used in the frist month",
      "40 vouchers are used in the first month",
      "small",
    ],
    [
      "a word more",
      "Half of the evening slots are taken",
      "Half of all the evening slots are taken",
      "small",
    ],
    [
      "another number",
      "40 vouchers are used in the first month",
      "10 vouchers are used in the first month",
      "numbers",
    ],
    [
      "a number in letters",
      "Forty vouchers used in the first month",
      "40 vouchers used in the first month",
      "small",
    ],
    ["a date moved", "All slots taken by 3.4.2026", "All slots taken by 3.6.2026", "numbers"],
    [
      "another sentence",
      "Families come back for a second visit",
      "Staff feel ready to run it alone",
      "words",
    ],
    [
      "the same matter in other words",
      "Parents ask for the next date",
      "People want to know when it happens again",
      "words",
    ],
    [
      "a typo in Japanese",
      "来月の説明会に四十家族が参加するうこと",
      "来月の説明会に四十家族が参加すること",
      "small",
    ],
  ])("tells %s", (_, before, after, kind) => {
    expect(compare(before, after)).toBe(kind);
  });

  test.prop([fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })])(
    "finds a text unchanged when it is, and a change both ways or neither",
    (one, other) => {
      expect(compare(one, one)).toBeNull();
      expect(compare(one, other) === null).toBe(compare(other, one) === null);
    },
  );

  test.prop([fc.string(), fc.string()])("stays the same print whatever stood there before", (one, other) => {
    expect(intentPrint(one, intentPrint(other))).toBe(intentPrint(one));
  });
});
