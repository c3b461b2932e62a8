import { sandboxProviders } from "../../sandbox/providers.ts";
import type { DemoOptions, SandboxOptions } from "../options.ts";
import { globalOptions } from "./global.ts";
import { isSet, oneOf, text, wholeNumber, type CommandLine, type ReadArgs } from "./read.ts";

const providerFlag = {
  choices: sandboxProviders,
  default: sandboxProviders[0],
  requiresArg: true,
  describe: "Where the sample team works",
} as const;

const highestPort = 65_535;

export const demoLine: CommandLine<DemoOptions> = {
  call: "demo",
  describe: "Show the whole job on a sample team, on this machine alone",
  flags: (command) =>
    command.options({
      provider: providerFlag,
      "keep-open": { type: "boolean", default: false, describe: "Stay until Ctrl-C, to look at the pages" },
      port: { type: "number", requiresArg: true, describe: "Port of the web view; any free one otherwise" },
    }),
  options: (args) => ({
    ...globalOptions(args),
    provider: providerOf(args),
    keepOpen: isSet(args, "keep-open"),
    port: wholeNumber(args, "port", highestPort),
  }),
};

export const sandboxLine: CommandLine<SandboxOptions> = {
  call: "sandbox",
  describe: "Serve a sample team's workspace on this machine",
  flags: (command) =>
    command.options({
      provider: providerFlag,
      port: { type: "number", requiresArg: true, describe: "Port to serve on; any free one otherwise" },
      variant: {
        type: "string",
        requiresArg: true,
        describe: "Which naming of columns the sample team uses",
      },
    }),
  options: (args) => ({
    ...globalOptions(args),
    provider: providerOf(args),
    port: wholeNumber(args, "port", highestPort),
    variant: text(args, "variant"),
  }),
};

function providerOf(args: ReadArgs): DemoOptions["provider"] {
  return oneOf(args, "provider", sandboxProviders) ?? sandboxProviders[0];
}
