import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";

import type { Clock } from "../../src/lib/clock.ts";
import { createProgress } from "../../src/reporters/progress.ts";

function setUp(given: { isTTY?: boolean; quiet?: boolean; columns?: number }) {
  let output = "";
  let elapsed = 5_000;
  const clock: Clock = {
    asOf: () => DateTime.fromISO("2026-11-16T06:00:00.900-06:00"),
    elapsed: () => elapsed,
    sleep: async () => {},
  };
  const progress = createProgress({
    io: {
      stderr: (text) => (output += text),
      isTTY: given.isTTY ?? false,
      color: false,
      columns: { stderr: given.columns ?? null },
    },
    quiet: given.quiet ?? false,
    clock,
  });
  return { progress, output: () => output, pass: (milliseconds: number) => (elapsed += milliseconds) };
}

describe("reporters/progress", () => {
  it("writes plain dated lines for a log", () => {
    const { progress, output, pass } = setUp({});

    progress.step("reading");
    pass(3_000);
    progress.step("read Goals: 7 rows");
    pass(61_000);
    progress.wait("Notion asks for a pause", 30);
    progress.note("two\nlines\u001b[2J");
    progress.done();

    expect(output()).toMatchInlineSnapshot(`
      "2026-11-16T12:00:00Z reading
      2026-11-16T12:00:03Z read Goals: 7 rows
      2026-11-16T12:01:04Z waiting 30 seconds: Notion asks for a pause
      2026-11-16T12:01:04Z two lines [2J
      "
    `);
  });

  it("says nothing when quiet, even to a person", () => {
    for (const isTTY of [true, false]) {
      const { progress, output } = setUp({ quiet: true, isTTY });

      progress.step("reading");
      progress.note("note");
      progress.wait("reason", 1);
      progress.done();

      expect(output()).toBe("");
    }
  });

  it("spins for a person, keeps notes and clears its line at the end", () => {
    const { progress, output } = setUp({ isTTY: true });

    progress.step("reading");
    progress.note("kept");
    progress.wait("Notion asks for a pause", 30);
    const before = output();
    progress.done();
    const cleared = output().slice(before.length);

    expect(before).toContain("reading");
    expect(before).toContain("kept\n");
    expect(before).toContain("waiting 30 seconds: Notion asks for a pause");
    // oxlint-disable-next-line no-control-regex -- the code that clears a line
    expect(cleared).toMatch(/\u001b\[\d?K/);
    expect(cleared).not.toContain("waiting");
  });

  it("shows a person how much is read, also while it waits, and no longer when something else is done", () => {
    const { progress, output } = setUp({ isTTY: true });
    const shown = (act: () => void): string => {
      const before = output();
      act();
      return output().slice(before.length);
    };

    expect(shown(() => progress.step("read Goals", { done: 2, of: 5 }))).toContain(
      "▓▓▓▓░░░░░░ 2 of 5 read Goals",
    );
    expect(shown(() => progress.wait("Notion asks for a pause", 30))).toContain(
      "▓▓▓▓░░░░░░ 2 of 5 waiting 30 seconds",
    );
    expect(shown(() => progress.step("checking"))).not.toContain("▓");
    progress.done();
  });

  it.each([
    [80, 1],
    [20, 3],
  ])("clears every line that its text takes in a window of %i columns", (columns, lines) => {
    const { progress, output } = setUp({ isTTY: true, columns });

    progress.step("a text of more than forty columns, not fifty");
    const before = output();
    progress.done();

    const after = output().slice(before.length);
    // oxlint-disable-next-line no-control-regex -- the code that clears a line
    expect(after.match(/\u001b\[\d?K/g)).toHaveLength(lines);
  });
});
