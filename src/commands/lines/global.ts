import { UsageError } from "../../errors.ts";
import type { GlobalOptions } from "../options.ts";
import { isSet, text, type ReadArgs } from "./read.ts";

/** Flags that every command takes. */
export const globalFlags = {
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

export function globalOptions(args: ReadArgs): GlobalOptions {
  return {
    config: text(args, "config"),
    now: text(args, "now"),
    json: isSet(args, "json"),
    quiet: isSet(args, "quiet"),
    verbose: isSet(args, "verbose"),
  };
}

/** @throws UsageError for flags that do not go together, and for a day or time that is none. */
export async function checkGlobal(args: ReadArgs): Promise<void> {
  if (isSet(args, "quiet") && isSet(args, "verbose")) {
    throw new UsageError("--quiet and --verbose do not go together.");
  }
  const now = text(args, "now");
  // Loaded only when asked for: dates are the heaviest thing this module could import.
  if (now !== null) (await import("../now.ts")).parseNow(now, "UTC");
}
