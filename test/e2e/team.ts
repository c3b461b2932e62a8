import { startSandbox, type Sandbox } from "../../src/sandbox/index.ts";
import type { SandboxProvider } from "../../src/sandbox/providers.ts";
import { sampleNow } from "../../src/sandbox/teams/index.ts";
import { freshFolder } from "../temp-folder.ts";
import { rememberMeanings } from "./known-meanings.ts";
import { runBinary, type Ran, type RunOptions } from "./run-binary.ts";

/** The sample team in a running sandbox, with a folder that holds its config: what an end-to-end test starts from. */
export interface Team {
  readonly sandbox: Sandbox;
  readonly folder: string;
  /** Runs the built program in that folder, with the sandbox's environment, on the sample's Monday. */
  run(args: readonly string[], options?: Omit<RunOptions, "cwd">): Promise<Ran>;
  readonly close: () => Promise<void>;
}

export interface TeamOptions {
  /** Default: notion. */
  readonly provider?: SandboxProvider;
  /** Changes the config's text before it is written. */
  readonly config?: (text: string) => string;
  readonly variant?: "plain" | "own-words";
}

export async function startTeam({
  provider = "notion",
  config = (text) => text,
  variant = "plain",
}: TeamOptions = {}): Promise<Team> {
  const sandbox = await startSandbox({ provider, variant, port: null, startsAt: sampleNow });
  const { folder, remove } = await freshFolder({ "sothat.yaml": config(sandbox.config) });
  await sandbox.prepare(folder);
  await rememberMeanings(folder);
  return {
    sandbox,
    folder,
    run: (args, options = {}) =>
      runBinary([...args, "--now", "2026-11-16T12:00:00Z"], {
        ...options,
        cwd: folder,
        env: { ...sandbox.env, ...options.env },
      }),
    close: async () => {
      await sandbox.close();
      await remove();
    },
  };
}
