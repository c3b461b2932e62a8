import { describe, expect, it, vi } from "vitest";
import { z } from "zod";

import type { CommandIo } from "../../src/commands/io.ts";
import { rules } from "../../src/commands/rules.ts";
import { UsageError } from "../../src/errors.ts";

vi.mock("../../src/rules/registry.ts", () => ({
  rules: [
    {
      id: "linked-to-goal",
      signals: ["S01", "S03"],
      kind: "fact",
      description: "Every item reaches a live goal.",
      defaultSeverity: "warn",
      needs: "One live goal.",
      options: z.strictObject({ graceDays: z.int().default(7) }),
    },
    {
      id: "goal-is-live",
      signals: ["S02"],
      kind: "timing",
      description: "Items do not serve only goals that are over.",
      defaultSeverity: "off",
      needs: "Nothing.",
      options: z.strictObject({}),
    },
  ],
}));

const globals = { config: null, now: null, json: false, quiet: false, verbose: false };

async function outputOf(id: string | null, json = false): Promise<string> {
  let output = "";
  const io: CommandIo = {
    stdout: (text) => (output += text),
    stderr: () => {},
    env: {},
    cwd: "/",
    isTTY: false,
    columns: { stdout: null, stderr: null },
    color: false,
    signal: new AbortController().signal,
    hide: () => {},
  };
  await rules({ ...globals, id, json }, io);
  return output;
}

describe("commands/rules", () => {
  it("lists every rule", async () => {
    expect(await outputOf(null)).toMatchInlineSnapshot(`
      "linked-to-goal  warn  fact    S01 S03  Every item reaches a live goal.
      goal-is-live    off   timing  S02      Items do not serve only goals that are over.
      "
    `);
  });

  it("explains one", async () => {
    expect(await outputOf("linked-to-goal")).toMatchInlineSnapshot(`
      "linked-to-goal
      Every item reaches a live goal.

      signals   S01 S03
      kind      fact (the data says so)
      severity  warn unless the config says otherwise
      needs     One live goal.
      options, with their defaults
        graceDays: 7

      In the config:  rules: { linked-to-goal: off | info | warn | error }, or [warn, { graceDays: … }]
      More:           docs/rules/linked-to-goal.md
      "
    `);
  });

  it("explains one without options", async () => {
    expect(await outputOf("goal-is-live")).toMatchInlineSnapshot(`
      "goal-is-live
      Items do not serve only goals that are over.

      signals   S02
      kind      timing (dates say so)
      severity  off unless the config says otherwise
      needs     Nothing.
      options   none

      In the config:  rules: { goal-is-live: off | info | warn | error }
      More:           docs/rules/goal-is-live.md
      "
    `);
  });

  it("prints data", async () => {
    expect(JSON.parse(await outputOf("linked-to-goal", true))).toEqual([
      {
        id: "linked-to-goal",
        signals: ["S01", "S03"],
        kind: "fact",
        defaultSeverity: "warn",
        description: "Every item reaches a live goal.",
        needs: "One live goal.",
        options: { graceDays: 7 },
        docs: "docs/rules/linked-to-goal.md",
      },
    ]);
    expect(JSON.parse(await outputOf(null, true))).toHaveLength(2);
  });

  it("knows what was meant", async () => {
    const asking = outputOf("linked-to-goals");

    await expect(asking).rejects.toThrow(UsageError);
    await expect(asking).rejects.toMatchObject({
      exitCode: 2,
      message: 'There is no rule "linked-to-goals". Did you mean "linked-to-goal"?',
      hint: "The rules are linked-to-goal, goal-is-live.",
    });
  });
});
