import yargs from "yargs";
import type { Argv } from "yargs";

import type { CommandIo } from "./commands/io.ts";
import { checkLine } from "./commands/lines/check.ts";
import { checkGlobal, globalFlags } from "./commands/lines/global.ts";
import type { CommandLine, ReadArgs } from "./commands/lines/read.ts";
import { reportLine } from "./commands/lines/report.ts";
import { rulesLine } from "./commands/lines/rules.ts";
import { demoLine, sandboxLine } from "./commands/lines/sandbox.ts";
import type {
  CheckOptions,
  DemoOptions,
  ReportOptions,
  RulesOptions,
  SandboxOptions,
} from "./commands/options.ts";
import type { ExitCode } from "./errors.ts";
import { exitCodes, UsageError } from "./errors.ts";
import { didYouMean } from "./lib/did-you-mean.ts";
import { fitLines } from "./lib/display-width.ts";
import { redact } from "./lib/redact.ts";
import { ownVersion } from "./lib/version.ts";
import { explainError } from "./reporters/errors.ts";

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
  const register = <Options>(to: Argv, line: CommandLine<Options>, load: () => Promise<Command<Options>>) =>
    to.command(line.call, line.describe, line.flags, (args: ReadArgs) => {
      const options = line.options(args);
      run = async (io) => (await load())(options, io);
    });

  const parser = yargs([], cwd)
    .scriptName("sothat")
    .usage("$0 <command>\n\nKeeps a team's learning tied to its work.")
    .parserConfiguration({ "boolean-negation": false, "parse-positional-numbers": false })
    .locale("en")
    .wrap(Math.min(columns.stdout ?? 100, 100))
    .version(ownVersion())
    .options(globalFlags)
    .demandCommand(1, "Which command?")
    .strict()
    .exitProcess(false)
    .showHelpOnFail(false)
    .epilogue("docs/config.md explains the config file; `sothat <command> --help` a command's own flags.")
    .fail((message, error) => {
      throw error instanceof UsageError ? error : notUnderstood(message, argv, parser);
    });
  register(parser, reportLine, commands.report);
  register(parser, checkLine, commands.check);
  register(parser, rulesLine, commands.rules);
  register(parser, demoLine, commands.demo);
  register(parser, sandboxLine, commands.sandbox);

  let shown = "";
  const args: ReadArgs = await parser.parseAsync([...argv], {}, (error, _, output) => {
    if (error) throw error;
    shown = output;
  });
  if (shown === "") await checkGlobal(args);
  return shown === "" ? { run, text: "" } : { run: null, text: shown };
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
