import yargs from "yargs";
import type { Argv } from "yargs";

import type { CommandIo } from "./commands/io.ts";
import type {
  CheckOptions,
  DemoOptions,
  GlobalOptions,
  ReportOptions,
  RulesOptions,
  SandboxOptions,
} from "./commands/options.ts";
import { reportFormats } from "./commands/options.ts";
import { periodForm, periodForms } from "./config/period-form.ts";
import type { ExitCode } from "./errors.ts";
import { exitCodes, UsageError } from "./errors.ts";
import { didYouMean } from "./lib/did-you-mean.ts";
import { fitLines } from "./lib/display-width.ts";
import { redact } from "./lib/redact.ts";
import { ownVersion } from "./lib/version.ts";
import { explainError } from "./reporters/errors.ts";
import { sandboxProviders } from "./sandbox/providers.ts";

type Command<Options> = (options: Options, io: CommandIo) => Promise<ExitCode>;

/** Each command, loaded when it is called. Tests pass their own. */
export interface Commands {
  readonly report: () => Promise<Command<ReportOptions>>;
  readonly check: () => Promise<Command<CheckOptions>>;
  readonly demo: () => Promise<Command<DemoOptions>>;
  readonly sandbox: () => Promise<Command<SandboxOptions>>;
  readonly rules: () => Promise<Command<RulesOptions>>;
}

const ownCommands: Commands = {
  report: async () => (await import("./commands/report.ts")).report,
  check: async () => (await import("./commands/check.ts")).check,
  demo: async () => (await import("./commands/demo.ts")).demo,
  sandbox: async () => (await import("./commands/sandbox.ts")).sandbox,
  rules: async () => (await import("./commands/rules.ts")).rules,
};

/** What a run needs of the process. */
export interface ProcessIo extends Omit<CommandIo, "hide"> {
  /** Rejects with what nobody caught, so that it is told like any other error; never resolves. */
  readonly crash: Promise<never>;
}

/**
 * Runs one command line to its end. Never throws: what goes wrong is told on stderr and in the exit code.
 * @param argv without the program's name.
 */
export async function run(argv: readonly string[], io: ProcessIo, commands = ownCommands): Promise<ExitCode> {
  const guarded = withoutSecrets(io, argv.includes("--no-color"));
  try {
    const parsed = await parse(argv, guarded, commands);
    if (parsed.run !== null) return await Promise.race([parsed.run(guarded), io.crash]);
    guarded.stdout(`${parsed.text}\n`);
    return exitCodes.done;
  } catch (error) {
    const { text, exitCode } = explainError(error, {
      verbose: argv.includes("--verbose"),
      color: guarded.color,
      interrupted: io.signal.aborted,
      version: ownVersion(),
    });
    guarded.stderr(fitLines(text, guarded.columns.stderr));
    return exitCode;
  }
}

interface Parsed {
  /** null when the command line only asked for help or the version: `text` is the answer. */
  readonly run: ((io: CommandIo) => Promise<ExitCode>) | null;
  readonly text: string;
}

/** @throws UsageError when the command line is not understood. */
async function parse(
  argv: readonly string[],
  { cwd, columns }: CommandIo,
  commands: Commands,
): Promise<Parsed> {
  let run: Parsed["run"] = null;
  const call =
    <Options>(load: () => Promise<Command<Options>>, options: Options) =>
    async (io: CommandIo): Promise<ExitCode> =>
      (await load())(options, io);

  const parser = yargs([], cwd)
    .scriptName("sothat")
    .usage("$0 <command>\n\nKeeps a team's learning tied to its work.")
    .parserConfiguration({ "boolean-negation": false, "parse-positional-numbers": false })
    .locale("en")
    .wrap(Math.min(columns.stdout ?? 100, 100))
    .version(ownVersion())
    .options(globalFlags)
    .command("report", "Write the report of insights against results", reportFlags, (args) => {
      run = call(commands.report, {
        ...globalOptions(args),
        dryRun: args.dryRun,
        template: text(args, "template"),
        period: periodOf(text(args, "period")),
        format: args.format ?? null,
        out: text(args, "out"),
        strict: args.strict,
      });
    })
    .command("check", "Say which learning items have no “so that” yet", checkFlags, (args) => {
      run = call(commands.check, {
        ...globalOptions(args),
        all: args.all,
        rules: (args.rule ?? []).map(String),
        maxWarnings: wholeNumber(args, "max-warnings", Number.MAX_SAFE_INTEGER),
      });
    })
    .command("rules [id]", "List the rules, or explain one", rulesFlags, (args) => {
      run = call(commands.rules, { ...globalOptions(args), id: args.id ?? null });
    })
    .command("demo", "Show the whole job on a sample team, on this machine alone", demoFlags, (args) => {
      run = call(commands.demo, {
        ...globalOptions(args),
        provider: args.provider,
        keepOpen: args.keepOpen,
        port: wholeNumber(args, "port", 65_535),
      });
    })
    .command("sandbox", "Serve a sample team's workspace on this machine", sandboxFlags, (args) => {
      run = call(commands.sandbox, {
        ...globalOptions(args),
        provider: args.provider,
        port: wholeNumber(args, "port", 65_535),
        variant: text(args, "variant"),
      });
    })
    .demandCommand(1, "Which command?")
    .strict()
    .exitProcess(false)
    .showHelpOnFail(false)
    .epilogue("docs/config.md explains the config file; `sothat <command> --help` a command's own flags.")
    .fail((message, error) => {
      throw error instanceof UsageError ? error : notUnderstood(message, argv, parser);
    });

  let shown = "";
  const args: GlobalArgs = await parser.parseAsync([...argv], {}, (error, _, output) => {
    if (error) throw error;
    shown = output;
  });
  if (shown === "") await checkGlobal(args);
  return shown === "" ? { run, text: "" } : { run: null, text: shown };
}

const globalFlags = {
  config: {
    type: "string",
    requiresArg: true,
    describe: "The config file; otherwise ./sothat.yaml, then ./config/sothat.yaml",
  },
  now: {
    type: "string",
    requiresArg: true,
    describe: "Date or time that the run calls now; in the config's zone unless it says another",
  },
  json: { type: "boolean", default: false, describe: "The result as JSON" },
  quiet: { type: "boolean", default: false, describe: "No progress" },
  verbose: { type: "boolean", default: false, describe: "More about what is done, and stacks of errors" },
  "no-color": { type: "boolean", default: false, describe: "No colours; so does NO_COLOR=1" },
} as const;

type GlobalArgs = Readonly<Record<string, unknown>>;

const reportFlags = (command: Argv) =>
  command.options({
    "dry-run": { type: "boolean", default: false, describe: "Write nothing; say what would be written" },
    template: { type: "string", requiresArg: true, describe: "Built-in name, or path to a .hbs file" },
    period: { type: "string", requiresArg: true, describe: periodForms },
    format: { choices: reportFormats, requiresArg: true, describe: "How the report is shown here" },
    out: { type: "string", requiresArg: true, describe: "Also write it to this file" },
    strict: {
      type: "boolean",
      default: false,
      describe: "End with 1 when there are findings at error level",
    },
  });

const checkFlags = (command: Argv) =>
  command.options({
    all: { type: "boolean", default: false, describe: "Unfold everything" },
    rule: { type: "string", array: true, requiresArg: true, describe: "Only these rules" },
    "max-warnings": {
      type: "number",
      requiresArg: true,
      describe: "End with 1 when there are more warnings",
    },
  });

const rulesFlags = (command: Argv) =>
  command.positional("id", { type: "string", describe: "The rule to explain" });

const providerFlag = {
  choices: sandboxProviders,
  default: sandboxProviders[0],
  requiresArg: true,
  describe: "Where the sample team works",
} as const;

const demoFlags = (command: Argv) =>
  command.options({
    provider: providerFlag,
    "keep-open": { type: "boolean", default: false, describe: "Stay until Ctrl-C, to look at the pages" },
    port: { type: "number", requiresArg: true, describe: "Port of the web view; any free one otherwise" },
  });

const sandboxFlags = (command: Argv) =>
  command.options({
    provider: providerFlag,
    port: { type: "number", requiresArg: true, describe: "Port to serve on; any free one otherwise" },
    variant: { type: "string", requiresArg: true, describe: "Which naming of columns the sample team uses" },
  });

function globalOptions(args: GlobalArgs): GlobalOptions {
  return {
    config: text(args, "config"),
    now: text(args, "now"),
    json: args["json"] === true,
    quiet: args["quiet"] === true,
    verbose: args["verbose"] === true,
  };
}

async function checkGlobal(args: GlobalArgs): Promise<void> {
  if (args["quiet"] === true && args["verbose"] === true) {
    throw new UsageError("--quiet and --verbose do not go together.");
  }
  const now = text(args, "now");
  // Loaded only when asked for: dates are the heaviest thing this module could import.
  if (now !== null) (await import("./commands/now.ts")).parseNow(now, "UTC");
}

function text(args: GlobalArgs, flag: string): string | null {
  const value = args[flag];
  if (value === undefined) return null;
  if (Array.isArray(value)) throw new UsageError(`--${flag} is given more than once.`);
  if (typeof value !== "string" || value.trim() === "")
    throw new UsageError(`--${flag} is given without a value.`);
  return value;
}

function wholeNumber(args: GlobalArgs, flag: string, most: number): number | null {
  const value = args[flag];
  if (value === undefined) return null;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= most) return value;
  throw new UsageError(`--${flag} takes one whole number${most < 1e6 ? ` from 0 to ${most}` : ""}.`);
}

function periodOf(period: string | null): string | null {
  if (period === null || periodForm.test(period)) return period;
  const meant = didYouMean(period, ["week", "month", "quarter", "since-last"]);
  throw new UsageError(`--period ${JSON.stringify(period)} is no period.${meant}`, {
    hint: `It may be ${periodForms}.`,
  });
}

/** yargs' own sentence, or for what it does not know: what was probably meant. */
function notUnderstood(message: string, argv: readonly string[], parser: Argv): UsageError {
  const unknown = /^Unknown (?:argument|command)s?: (.+)$/.exec(message)?.[1]?.split(", ") ?? [];
  if (unknown.length === 0) {
    return new UsageError(message, { hint: "sothat --help lists the commands and their flags." });
  }
  const flags = Object.keys((parser as Argv & { getOptions(): { key: object } }).getOptions().key);
  const details = unknown.flatMap((name) => {
    const flag = argv.find(
      (word) => word.replace(/=.*$/s, "").replace(/^--?/, "") === name && word.startsWith("-"),
    );
    if (flag !== undefined)
      return [`${flag.replace(/=.*$/s, "")}: unknown flag.${didYouMean(name, flags, "--")}`];
    // yargs names a flag a second time in camel case.
    return argv.includes(name) ? [`${name}: unknown here.${didYouMean(name, Object.keys(ownCommands))}`] : [];
  });
  return new UsageError("The command line is not understood.", {
    details,
    hint: "sothat --help lists the commands, sothat <command> --help a command's own flags.",
  });
}

/** The same io, whose outputs can no longer show a token. */
function withoutSecrets(io: ProcessIo, noColor: boolean): CommandIo {
  const secrets = new Set(
    Object.entries(io.env).flatMap(([name, value]) =>
      secretName.test(name) && value ? [value, value.trim()] : [],
    ),
  );
  return {
    ...io,
    color: io.color && !noColor,
    stdout: (output) => io.stdout(redact(output, secrets)),
    stderr: (output) => io.stderr(redact(output, secrets)),
    hide: (secret) => void secrets.add(secret),
  };
}

/** Variables whose value is a secret even before the config is read, whichever the config names. */
const secretName = /TOKEN|SECRET|PASSWORD|API_?KEY/i;
