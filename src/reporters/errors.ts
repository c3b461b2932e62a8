import { inspect } from "node:util";

import { createColors } from "picocolors";

import type { ExitCode } from "../errors.ts";
import { AppError, exitCodes, InterruptedError } from "../errors.ts";

export interface ErrorView {
  readonly verbose: boolean;
  readonly color: boolean;
  /** Whether the run was told to stop: then whatever broke off is only that. */
  readonly interrupted: boolean;
  readonly version: string;
}

export interface ExplainedError {
  /** Ends with a line break. */
  readonly text: string;
  readonly exitCode: ExitCode;
}

/** What a person is told about an error, and what the process ends with. */
export function explainError(error: unknown, view: ErrorView): ExplainedError {
  if (error instanceof AppError) return explainKnown(error, view);
  if (view.interrupted) return explainKnown(new InterruptedError(), view);
  return explainBug(error, view);
}

function explainKnown(error: AppError, { verbose, color }: ErrorView): ExplainedError {
  const colors = createColors(color);
  const lines = [
    error instanceof InterruptedError ? error.message : `${colors.red("error:")} ${error.message}`,
    ...error.details.map((detail) => `  ${detail}`),
    ...(error.hint === null ? [] : [`${colors.cyan("next:")} ${error.hint}`]),
    ...(verbose ? ["", colors.dim(stackOf(error))] : []),
  ];
  return { text: `${lines.join("\n")}\n`, exitCode: error.exitCode };
}

function explainBug(error: unknown, { color, version }: ErrorView): ExplainedError {
  const colors = createColors(color);
  const lines = [
    `${colors.red("error:")} This is a mistake in sothat, not in your workspace or config.`,
    "",
    stackOf(error),
    "",
    `sothat ${version}, Node ${process.version}, ${process.platform} ${process.arch}`,
    `${colors.cyan("next:")} Please report it with the lines above where you got sothat from (“Issues”). Running again is safe.`,
  ];
  return { text: `${lines.join("\n")}\n`, exitCode: exitCodes.bug };
}

/** The error's stack and those of its causes. */
function stackOf(error: unknown): string {
  const stacks: string[] = [];
  let at = error;
  while (at instanceof Error && stacks.length < 5) {
    stacks.push(at.stack ?? `${at.name}: ${at.message}`);
    at = at.cause;
  }
  if (at !== undefined && !(at instanceof Error)) stacks.push(inspect(at, { depth: 1 }));
  return stacks.join("\ncaused by ");
}
