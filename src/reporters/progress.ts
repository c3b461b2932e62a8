import { clearLine, cursorTo, moveCursor } from "node:readline";
import { Writable } from "node:stream";

import ora from "ora";

import type { Clock } from "../lib/clock.ts";
import { spokenDuration } from "../lib/text.ts";
import { oneLine } from "./plain.ts";

/** Told what a run is doing. Nothing depends on it. */
export interface Progress {
  /** What is being done now, or has just been done; with `share`, how much of it. */
  step(text: string, share?: Share): void;
  /** Worth keeping on the screen. */
  note(text: string): void;
  /** Why nothing moves, and for how many seconds. */
  wait(reason: string, seconds: number): void;
  /** The end: nothing of it stays in the way of the result. */
  done(): void;
}

/** So many of so many. */
export interface Share {
  readonly done: number;
  readonly of: number;
}

export interface ProgressOptions {
  readonly io: {
    readonly stderr: (text: string) => void;
    /** Whether a person watches; dated lines otherwise. */
    readonly isTTY: boolean;
    readonly color: boolean;
    readonly columns: { readonly stderr: number | null };
  };
  readonly quiet: boolean;
  /** Dates the lines. */
  readonly clock: Clock;
}

/** A bar beside a spinner for a person, plain dated lines for a log, nothing when asked to be quiet. */
export function createProgress(options: ProgressOptions): Progress {
  if (options.quiet) return { step: () => {}, note: () => {}, wait: () => {}, done: () => {} };
  return options.io.isTTY ? spinner(options) : datedLines(options);
}

/** `2026-11-16T12:00:00Z read Goals: 7 rows` */
function datedLines({ io, clock }: ProgressOptions): Progress {
  const start = clock.elapsed();
  const line = (text: string): void => {
    const now = clock
      .asOf()
      .toUTC()
      .plus(clock.elapsed() - start);
    io.stderr(`${now.startOf("second").toISO({ suppressMilliseconds: true })} ${oneLine(text)}\n`);
  };
  return {
    step: (text) => line(text),
    note: line,
    wait: (reason, seconds) => line(waitText(reason, seconds)),
    done: () => {},
  };
}

function spinner({ io }: ProgressOptions): Progress {
  const spin = ora({
    stream: terminalOf(io),
    isEnabled: true,
    // Ctrl-C must reach the process, which stops cleanly.
    discardStdin: false,
    color: io.color ? "cyan" : false,
  });
  let bar = "";
  const show = (text: string): void => {
    spin.text = `${bar}${text}`;
    if (spin.isSpinning) spin.render();
    else spin.start();
  };
  return {
    step(text, share) {
      bar = share === undefined ? "" : `${barOf(share)} `;
      show(oneLine(text));
    },
    note(text) {
      const resumed = spin.isSpinning;
      if (resumed) spin.stop();
      io.stderr(`${oneLine(text)}\n`);
      if (resumed) spin.start();
    },
    wait: (reason, seconds) => show(waitText(oneLine(reason), seconds)),
    done: () => void spin.stop(),
  };
}

/** `▓▓▓▓░░░░░░ 2 of 5`; the same marks as in the report. */
function barOf({ done, of }: Share): string {
  const full = Math.round((10 * done) / Math.max(1, of));
  return `${"▓".repeat(full)}${"░".repeat(10 - full)} ${done} of ${of}`;
}

function waitText(reason: string, seconds: number): string {
  return `waiting ${spokenDuration(seconds * 1000)}: ${reason}`;
}

/** What the spinner needs of a terminal, on top of a function that writes: so its output is guarded like all other. */
function terminalOf({ stderr, columns }: ProgressOptions["io"]): NodeJS.WriteStream {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string, _, done) {
      stderr(chunk);
      done();
    },
  });
  // Looked up at each frame: the window may change its width, and lines left over would stay on the screen.
  Object.defineProperty(stream, "columns", { get: () => columns.stderr ?? 80 });
  return Object.assign(stream, {
    isTTY: true,
    rows: 24,
    cursorTo: (x: number) => cursorTo(stream, x),
    moveCursor: (x: number, y: number) => moveCursor(stream, x, y),
    clearLine: (direction: -1 | 0 | 1) => clearLine(stream, direction),
  }) as unknown as NodeJS.WriteStream;
}
