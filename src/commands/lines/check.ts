import type { CheckOptions } from "../options.ts";
import { globalOptions } from "./global.ts";
import { isSet, texts, wholeNumber, type CommandLine } from "./read.ts";

export const checkLine: CommandLine<CheckOptions> = {
  call: "check",
  describe: "Say which learning items have no “so that” yet",
  flags: (command) =>
    command.options({
      all: { type: "boolean", default: false, describe: "Unfold everything" },
      silenced: {
        type: "boolean",
        default: false,
        describe: "List the remarks that somebody silenced, with the reasons",
      },
      rule: { type: "string", array: true, requiresArg: true, describe: "Only these rules" },
      "max-warnings": {
        type: "number",
        requiresArg: true,
        describe: "End with 1 when there are more warnings",
      },
    }),
  options: (args) => ({
    ...globalOptions(args),
    all: isSet(args, "all"),
    silenced: isSet(args, "silenced"),
    rules: texts(args, "rule"),
    maxWarnings: wholeNumber(args, "max-warnings", Number.MAX_SAFE_INTEGER),
  }),
};
