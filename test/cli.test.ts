import { describe, expect, it } from "vitest";

import type { Commands, ProcessIo } from "../src/cli.ts";
import { run } from "../src/cli.ts";
import type { CommandIo } from "../src/commands/io.ts";
import { AppError, exitCodes, ServiceFailedError, UsageError } from "../src/errors.ts";
import { ownVersion } from "../src/lib/version.ts";

const token = "ntn_4567890123ABCDEFGHIJ";
const globals = { config: null, now: null, json: false, quiet: false, verbose: false };

const noFilters = { goals: [], ownerTeam: null, kinds: [] };

interface Called {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly command: string | null;
  readonly options: unknown;
}

/** Runs a command line against commands that only remember how they were called. */
async function call(
  line: string | readonly string[],
  {
    act = async () => exitCodes.done,
    ...io
  }: Partial<ProcessIo> & { act?: (io: CommandIo) => Promise<0> } = {},
): Promise<Called> {
  let stdout = "";
  let stderr = "";
  let command: string | null = null;
  let options: unknown = null;
  const remember = (name: string) => async () => async (given: unknown, commandIo: CommandIo) => {
    command = name;
    options = given;
    return act(commandIo);
  };
  const commands: Commands = {
    report: remember("report"),
    check: remember("check"),
    demo: remember("demo"),
    sandbox: remember("sandbox"),
    rules: remember("rules"),
  };
  const code = await run(
    typeof line === "string" ? line.split(" ").filter(Boolean) : line,
    {
      stdout: (text) => (stdout += text),
      stderr: (text) => (stderr += text),
      env: {},
      cwd: "/",
      isTTY: false,
      columns: { stdout: null, stderr: null },
      color: false,
      signal: new AbortController().signal,
      crash: new Promise(() => {}),
      ...io,
    },
    commands,
  );
  return { code, stdout, stderr, command, options };
}

describe("cli", () => {
  it.each<[string, string, object]>([
    [
      "report",
      "report",
      {
        dryRun: false,
        template: null,
        period: null,
        filters: noFilters,
        format: null,
        out: null,
        strict: false,
      },
    ],
    [
      "report --dry-run --template digest --period 2026-W47 --format md --out a.md --strict",
      "report",
      {
        dryRun: true,
        template: "digest",
        period: "2026-W47",
        filters: noFilters,
        format: "md",
        out: "a.md",
        strict: true,
      },
    ],
    [
      "report --goal G2 --goal G4 --owner-team Clinics --kind question insight",
      "report",
      {
        dryRun: false,
        template: null,
        period: null,
        filters: { goals: ["G2", "G4"], ownerTeam: "Clinics", kinds: ["question", "insight"] },
        format: null,
        out: null,
        strict: false,
      },
    ],
    ["check", "check", { all: false, silenced: false, rules: [], maxWarnings: null }],
    [
      "check --all --rule linked-to-goal goal-is-live --rule third --max-warnings 0",
      "check",
      { all: true, silenced: false, rules: ["linked-to-goal", "goal-is-live", "third"], maxWarnings: 0 },
    ],
    ["rules", "rules", { id: null }],
    ["rules linked-to-goal", "rules", { id: "linked-to-goal" }],
    ["demo", "demo", { provider: "notion", keepOpen: false, port: null }],
    [
      "demo --provider notion --keep-open --port 4000",
      "demo",
      { provider: "notion", keepOpen: true, port: 4000 },
    ],
    ["sandbox", "sandbox", { provider: "notion", port: null, variant: null }],
    ["sandbox --port 0 --variant plain", "sandbox", { provider: "notion", port: 0, variant: "plain" }],
  ])("reads %s", async (line, command, options) => {
    const called = await call(line);

    expect(called).toMatchObject({ code: 0, command, stderr: "", stdout: "" });
    expect(called.options).toEqual({ ...globals, ...options });
  });

  it.each<[string, object]>([
    ["--config a/b.yaml --json check", { config: "a/b.yaml", json: true }],
    ["check --now 2026-11-16T12:00:00Z --quiet", { now: "2026-11-16T12:00:00Z", quiet: true }],
    ["check --now 2026-11-16T06:00 --verbose", { now: "2026-11-16T06:00", verbose: true }],
    ["check --now=2026-11-16", { now: "2026-11-16" }],
  ])("reads the global flags of %s wherever they stand", async (line, options) => {
    const called = await call(line);

    expect(called).toMatchObject({ code: 0, options: { ...globals, ...options } });
  });

  it.each<[string, string]>([
    ["", "error: Which command?"],
    ["chekc", 'chekc: unknown here. Did you mean "check"?'],
    ["frobnicate", "frobnicate: unknown here.\n"],
    ["check extra", "extra: unknown here.\n"],
    ["check --al", '--al: unknown flag. Did you mean "--all"?'],
    ["report --dryrun=yes", '--dryrun: unknown flag. Did you mean "--dry-run"?\n'],
    [
      "report --dri-run --templte x",
      '--dri-run: unknown flag. Did you mean "--dry-run"?\n  --templte: unknown flag. Did you mean "--template"?\n',
    ],
    ["report --no-strict", "--no-strict: unknown flag."],
    ["check -v", "-v: unknown flag."],
    ["check --config", "Not enough arguments following: config"],
    ["check --config a --config b", "--config is given more than once."],
    ["check --config= ", "--config is given without a value."],
    ["check --max-warnings many", "--max-warnings takes one whole number."],
    ["check --max-warnings -1", "--max-warnings takes one whole number."],
    ["check --max-warnings 1.5", "--max-warnings takes one whole number."],
    ["sandbox --port 70000", "--port takes one whole number from 0 to 65535."],
    [
      "report --format pdf",
      'Argument: format, Given: "pdf", Choices: "term", "md", "html", "json", "summary"',
    ],
    ["report --period weekly", '--period "weekly" is no period. Did you mean "week"?'],
    [
      "demo --provider asana",
      'Argument: provider, Given: "asana", Choices: "notion", "airtable", "mixed", "files"',
    ],
    ["check --now tomorrow", '--now "tomorrow" is not a date or a time.'],
    ["check --now 12:00", '--now "12:00" is not a date or a time.'],
    ["check --now 2026-13-01", '--now "2026-13-01" is not a date or a time.'],
    ["check --now 2026-11-16T25:00", '--now "2026-11-16T25:00" is not a date or a time.'],
  ])("refuses “sothat %s” with what to do, without a stack", async (line, message) => {
    const called = await call(line);

    expect(called).toMatchObject({ code: 2, command: null, stdout: "" });
    expect(called.stderr).toContain(message);
    expect(called.stderr).not.toMatch(/^ +at /m);
  });

  it("refuses to be quiet and talkative at once", async () => {
    const called = await call("check --quiet --verbose");

    expect(called).toMatchObject({ code: 2, command: null });
    expect(called.stderr).toMatch(/^error: --quiet and --verbose do not go together\./);
  });

  it("answers --help and --version on stdout and runs nothing", async () => {
    const help = await call("--help");
    const own = await call("check --help");
    const version = await call("--version");

    expect(help).toMatchObject({ code: 0, command: null, stderr: "" });
    expect(help.stdout).toMatch(/report[\s\S]*check[\s\S]*--no-color/);
    expect(own).toMatchObject({ code: 0, command: null });
    expect(own.stdout).toContain("--max-warnings");
    expect(version).toMatchObject({ code: 0, stdout: `${ownVersion()}\n` });
  });

  it.each<[string, unknown, number, string]>([
    [
      "a problem with a hint",
      new UsageError("Bad.", { details: ["one"], hint: "Mend it." }),
      2,
      "error: Bad.\n  one\nnext: Mend it.\n",
    ],
    ["a service that fails", new ServiceFailedError("Down."), 4, "error: Down.\n"],
    ["findings as an error", new AppError(exitCodes.findings, "Found."), 1, "error: Found.\n"],
  ])("tells %s and ends with its code", async (_, error, code, stderr) => {
    const called = await call("check", {
      act: async () => {
        throw error;
      },
    });

    expect(called).toMatchObject({ code, stderr, stdout: "" });
  });

  it("shows stacks and causes when asked to", async () => {
    const called = await call("check --verbose", {
      act: async () => {
        throw new UsageError("Bad.", { cause: new TypeError("deep down") });
      },
    });

    expect(called.code).toBe(2);
    expect(called.stderr).toMatch(/UsageError: Bad\.\n +at [\s\S]*caused by TypeError: deep down\n +at /);
  });

  it.each([new TypeError("x is not a function"), "a bare string", { odd: true }])(
    "owns up to its own mistakes: %s",
    async (bug) => {
      const called = await call("check", {
        act: async () => {
          // oxlint-disable-next-line typescript/only-throw-error -- the airtable client throws such things
          throw bug;
        },
      });

      expect(called.code).toBe(70);
      expect(called.stderr).toContain("This is a mistake in sothat");
      expect(called.stderr).toContain(`sothat ${ownVersion()}, Node ${process.version}`);
    },
  );

  it("calls whatever breaks off after a stop an interruption", async () => {
    const stop = new AbortController();

    const called = await call("report", {
      signal: stop.signal,
      act: async () => {
        stop.abort();
        throw new Error("the socket was closed");
      },
    });

    expect(called).toMatchObject({ code: 130, stderr: expect.stringMatching(/^Stopped\. Run again/) });
  });

  it("tells what nobody caught like any other error", async () => {
    const called = await call("report", {
      crash: Promise.reject(new Error("late")),
      act: () => new Promise(() => {}),
    });

    expect(called.code).toBe(70);
    expect(called.stderr).toContain("Error: late");
  });

  it.each<[string, (io: CommandIo) => Promise<0>]>([
    ["the result", async (io) => (io.stdout(`see ${token}\n`), 0)],
    ["progress", async (io) => (io.stderr(`see ${encodeURIComponent(token)}\n`), 0)],
    ["an error's message", () => Promise.reject(new UsageError(`bad ${token}`))],
    ["a stack", () => Promise.reject(new Error(`bad ${Buffer.from(token).toString("base64")}`))],
  ])("never shows a token in %s", async (_, act) => {
    const known = await call("check --verbose", { act, env: { NOTION_TOKEN: `${token}\n` } });
    const hidden = await call("check --verbose", {
      act: (io) => {
        io.hide(token);
        return act(io);
      },
    });

    for (const { stdout, stderr } of [known, hidden]) {
      expect(stdout + stderr).toContain("•••");
      expect(stdout + stderr).not.toContain(token);
      expect(stdout + stderr).not.toContain(Buffer.from(token).toString("base64"));
    }
  });

  it("gives no colours with --no-color", async () => {
    const colors: boolean[] = [];
    const act = async (io: CommandIo): Promise<0> => {
      colors.push(io.color);
      return 0;
    };

    await call("check", { color: true, act });
    await call("check --no-color", { color: true, act });

    expect(colors).toEqual([true, false]);
  });
});
