import { spawn } from "node:child_process";
import { resolve } from "node:path";

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type OnOutput = (soFar: string, kill: (signal: NodeJS.Signals) => void) => void;

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with everything written to stderr so far; lets a test act in the middle of a run. */
  readonly onStderr?: OnOutput;
  /** The same for stdout. */
  readonly onStdout?: OnOutput;
}

/** A run is over before what the optimising compiler does pays off: without it, it takes a quarter less. */
const short = ["--no-opt"];

const binary = resolve(import.meta.dirname, "../../dist/bin.js");

/** Runs the built program as a person or a scheduler would: its own process, nothing inherited but PATH. */
export function runBinary(args: readonly string[], options: RunOptions): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...short, binary, ...args], {
      cwd: options.cwd,
      env: { PATH: process.env["PATH"] ?? "", NO_COLOR: "1", TZ: "UTC", ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      options.onStdout?.(stdout, (signal) => child.kill(signal));
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      options.onStderr?.(stderr, (signal) => child.kill(signal));
    });
    child.on("error", fail);
    child.on("close", (code) => done({ code, stdout, stderr }));
  });
}
