import type { Argv } from "yargs";

import { UsageError } from "../../errors.ts";

/** How one command is called: what yargs is told of it, and what the command gets. */
export interface CommandLine<Options> {
  /** With its positionals: `rules [id]`. */
  readonly call: string;
  readonly describe: string;
  readonly flags: (command: Argv) => Argv;
  /** @throws UsageError for a value that no command could use. */
  readonly options: (args: ReadArgs) => Options;
}

/** What yargs read, by the flag's name. */
export type ReadArgs = Readonly<Record<string, unknown>>;

export function isSet(args: ReadArgs, flag: string): boolean {
  return args[flag] === true;
}

/** One text, or null when the flag is not given. */
export function text(args: ReadArgs, flag: string): string | null {
  const value = args[flag];
  if (value === undefined) return null;
  if (Array.isArray(value)) throw new UsageError(`--${flag} is given more than once.`);
  if (typeof value !== "string" || value.trim() === "")
    throw new UsageError(`--${flag} is given without a value.`);
  return value;
}

/** Every text given, in order; empty when the flag is not given. */
export function texts(args: ReadArgs, flag: string): readonly string[] {
  const value = args[flag];
  if (value === undefined) return [];
  const given = (Array.isArray(value) ? value : [value]).map(String);
  if (given.some((one) => one.trim() === "")) throw new UsageError(`--${flag} is given without a value.`);
  return given;
}

/** A whole number from 0 on, or null when the flag is not given. */
export function wholeNumber(args: ReadArgs, flag: string, most: number): number | null {
  const value = args[flag];
  if (value === undefined) return null;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= most) return value;
  throw new UsageError(`--${flag} takes one whole number${most < 1e6 ? ` from 0 to ${most}` : ""}.`);
}

/** One of the values that yargs let through, or null when the flag is not given. */
export function oneOf<Value extends string>(
  args: ReadArgs,
  flag: string,
  values: readonly Value[],
): Value | null {
  return values.find((value) => value === args[flag]) ?? null;
}
