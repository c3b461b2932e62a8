import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import { middle } from "../../src/lib/middle.ts";

describe("lib/middle", () => {
  it.each<[readonly number[], number | null]>([
    [[], null],
    [[7], 7],
    [[9, 1, 2], 2],
    [[4, 1, 2, 9], 3],
  ])("finds the middle of %j", (values, expected) => {
    expect(middle(values)).toBe(expected);
  });

  test.prop([fc.array(fc.integer(), { minLength: 1 })])("has as many values above as below", (values) => {
    const found = middle(values) ?? Number.NaN;

    expect(values.filter((value) => value < found).length).toBeLessThanOrEqual(values.length / 2);
    expect(values.filter((value) => value > found).length).toBeLessThanOrEqual(values.length / 2);
  });
});
