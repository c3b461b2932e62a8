#!/usr/bin/env node
import process from "node:process";

import { ownVersion } from "./lib/version.ts";

const argv = process.argv.slice(2);

// Asked for by scripts and set-up checks: answered before anything else is loaded.
if (argv.length === 1 && argv[0] === "--version") process.stdout.write(`${ownVersion()}\n`);
else process.exitCode = await start();

async function start(): Promise<number> {
  const { run } = await import("./cli.ts");
  return run(argv, {
    stdout: writerTo(process.stdout),
    stderr: writerTo(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    isTTY: process.stderr.isTTY && !process.env["CI"],
    columns: columnsNow(),
    color: wantsColor(process.env, process.stdout.isTTY),
    signal: stopSignal(),
    crash: uncaught(),
  });
}

/** The first Ctrl-C (or the scheduler's stop) asks for a clean end, the second ends at once. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(130);
      stop.abort(new Error(`stopped by ${name}`));
    });
  }
  return stop.signal;
}

/** After this nothing is sure any more, so the process ends as soon as the error is told. */
function uncaught(): Promise<never> {
  return new Promise((_, reject) => {
    process.on("uncaughtException", (error) => {
      reject(error);
      setTimeout(() => process.exit(), 100);
    });
  });
}

/** Asked for each time, since a window may be made wider or narrower at any moment. */
function columnsNow(): { readonly stdout: number | null; readonly stderr: number | null } {
  return {
    get stdout() {
      return process.stdout.isTTY ? process.stdout.columns : null;
    },
    get stderr() {
      return process.stderr.isTTY ? process.stderr.columns : null;
    },
  };
}

/** A reader that has had enough (`| head`) is no failure: the rest is dropped and the work goes on. */
function writerTo(stream: NodeJS.WriteStream): (text: string) => void {
  let open = true;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    open = false;
  });
  return (text) => {
    if (open) stream.write(text);
  };
}

/** no-color.org, and FORCE_COLOR as other tools of this platform take it. */
function wantsColor(env: NodeJS.ProcessEnv, isTTY: boolean): boolean {
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"]) return env["FORCE_COLOR"] !== "0";
  return isTTY && env["TERM"] !== "dumb";
}
