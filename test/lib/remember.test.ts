import { describe, expect, it, vi } from "vitest";

import { rememberFor, rememberTexts } from "../../src/lib/remember.ts";

describe("lib/remember", () => {
  it("works an answer out once a text", () => {
    const answer = vi.fn<(text: string) => number>((text) => text.length);
    const length = rememberTexts(answer);

    const answers = ["ab", "abc", "ab"].map(length);

    expect(answers).toEqual([2, 3, 2]);
    expect(answer).toHaveBeenCalledTimes(2);
  });

  it("keeps no more texts than it may, and stays right", () => {
    const answer = vi.fn<(text: string) => string>((text) => text.toUpperCase());
    const upper = rememberTexts(answer, 2);

    const answers = ["a", "b", "c", "a", "c"].map(upper);

    expect(answers).toEqual(["A", "B", "C", "A", "C"]);
    expect(answer).toHaveBeenCalledTimes(4);
  });

  it("derives once from an object, even what is nothing", () => {
    const derive = vi.fn<(source: object) => undefined>(() => undefined);
    const derived = rememberFor(derive);
    const source = {};

    derived(source);
    derived(source);
    derived({});

    expect(derive).toHaveBeenCalledTimes(2);
  });
});
