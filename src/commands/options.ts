import type { FilterRequest } from "../report/filters.ts";
import type { SandboxProvider } from "../sandbox/providers.ts";

/** Flags as the commands get them. `null` means "not given". */
export interface GlobalOptions {
  /** Path, relative to the working folder. */
  readonly config: string | null;
  /** ISO date or date and time, checked; without an offset it is meant in the config's zone (`parseNow`). */
  readonly now: string | null;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

export interface ReportOptions extends GlobalOptions {
  readonly dryRun: boolean;
  readonly template: string | null;
  /** Of a known form; whether there is such a week is the period's own business. */
  readonly period: string | null;
  /** Nothing given in any of them: the whole report. */
  readonly filters: FilterRequest;
  /** null: as the file's ending says, else for the terminal. */
  readonly format: ReportFormat | null;
  /** File to write to, relative to the working folder; null for stdout. */
  readonly out: string | null;
  readonly strict: boolean;
}

export const reportFormats = ["term", "md", "html", "json", "summary"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface CheckOptions extends GlobalOptions {
  readonly all: boolean;
  /** List the remarks that somebody silenced. */
  readonly silenced: boolean;
  /** Only these rules; empty means all. Known ids. */
  readonly rules: readonly string[];
  /** More warnings than this end with exit code 1. */
  readonly maxWarnings: number | null;
}

export interface DemoOptions extends GlobalOptions {
  readonly provider: SandboxProvider;
  /** Stay, so that the web view can be looked at, until Ctrl-C. */
  readonly keepOpen: boolean;
  /** Port of the web view; null for any free one. */
  readonly port: number | null;
}

export interface SandboxOptions extends GlobalOptions {
  readonly provider: SandboxProvider;
  /** null for any free one. */
  readonly port: number | null;
  /** Which naming of columns the sample team uses; null for the usual one. */
  readonly variant: string | null;
}

export interface RulesOptions extends GlobalOptions {
  /** The rule to explain; null lists all. */
  readonly id: string | null;
}
