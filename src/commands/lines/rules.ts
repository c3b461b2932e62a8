import type { RulesOptions } from "../options.ts";
import { globalOptions } from "./global.ts";
import { text, type CommandLine } from "./read.ts";

export const rulesLine: CommandLine<RulesOptions> = {
  call: "rules [id]",
  describe: "List the rules, or explain one",
  flags: (command) => command.positional("id", { type: "string", describe: "The rule to explain" }),
  options: (args) => ({ ...globalOptions(args), id: text(args, "id") }),
};
