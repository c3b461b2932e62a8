/** What the process ends with. The same table stands in the README; every code is tested by running the binary. */
export const exitCodes = {
  done: 0,
  findings: 1,
  usage: 2,
  refused: 3,
  failed: 4,
  /** Our own mistake; EX_SOFTWARE of sysexits.h, so that no schedule takes it for findings. */
  bug: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface AppErrorOptions {
  /** One line: what the person can do next. */
  readonly hint?: string | undefined;
  /** Further lines, one a problem, each already naming its place. */
  readonly details?: readonly string[] | undefined;
  readonly cause?: unknown;
}

/** An error that a person can act on: shown as one line, its details and its hint, without a stack. */
export class AppError extends Error {
  readonly exitCode: ExitCode;
  readonly hint: string | null;
  readonly details: readonly string[];

  constructor(exitCode: ExitCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.exitCode = exitCode;
    this.hint = options.hint ?? null;
    this.details = options.details ?? [];
  }
}

/** The command line, the config file, a template or the environment is wrong. Exit code 2. */
export class UsageError extends AppError {
  constructor(message: string, options?: AppErrorOptions) {
    super(exitCodes.usage, message, options);
  }
}

/** The service answered and said no: token, permission, or a thing that is not there. Exit code 3. */
export class ServiceRefusedError extends AppError {
  constructor(message: string, options?: AppErrorOptions) {
    super(exitCodes.refused, message, options);
  }
}

/** The service could not be reached or kept failing past our patience. Exit code 4. */
export class ServiceFailedError extends AppError {
  constructor(message: string, options?: AppErrorOptions) {
    super(exitCodes.failed, message, options);
  }
}

/**
 * A write was sent and its answer was lost: it may have happened. Whoever catches this looks at what is
 * there before sending anything again.
 */
export class WriteInDoubtError extends ServiceFailedError {}

/** Ctrl-C, or the scheduler's stop signal. Exit code 130. */
export class InterruptedError extends AppError {
  constructor() {
    super(exitCodes.interrupted, "Stopped. Run again to finish: what was already written is recognised.");
  }
}
