/** Everything a command may use of the process, so that it can be run without one. */
export interface CommandIo {
  /** The result, as it is: the line break is the caller's. Secrets are hidden on the way out. */
  readonly stdout: (text: string) => void;
  /** Everything that is not the result. */
  readonly stderr: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  /** Whether a person watches stderr; false in CI. Progress moves only then. */
  readonly isTTY: boolean;
  /** Columns of the terminal that each is shown on; null when it goes elsewhere. */
  readonly columns: { readonly stdout: number | null; readonly stderr: number | null };
  /** Whether the result may carry colours. */
  readonly color: boolean;
  /** Aborted by Ctrl-C and by the scheduler's stop signal. */
  readonly signal: AbortSignal;
  /** From now on the text never leaves, whatever is printed. Call it with every token that is read. */
  readonly hide: (secret: string) => void;
}

/** One line to stdout. */
export function say(io: CommandIo, line: string): void {
  io.stdout(`${line}\n`);
}
