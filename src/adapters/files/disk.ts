import { constants } from "node:fs";
import { access, copyFile, link, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

import { InterruptedError, ServiceFailedError, ServiceRefusedError } from "../../errors.ts";
import { writeBeside } from "../../lib/write-beside.ts";
import type { AdapterContext, RequestCounts } from "../types.ts";

/** The only door to the file system: counted, interruptible, with errors that a person can act on. */
export interface Disk {
  /** The connection's folder, as an absolute path. */
  readonly folder: string;
  /**
   * Every file below the folder, as paths relative to it with "/"; hidden ones left out.
   * @throws ServiceRefusedError when the folder is not there.
   */
  files(): Promise<readonly string[]>;
  /** Names of the plain files in one folder (absolute); none when it is not there. */
  namesIn(folder: string): Promise<readonly string[]>;
  /** @param kind a page body is also counted as one. */
  read(path: string, kind?: "body"): Promise<Buffer>;
  /** Null when there is no such file. */
  readIfThere(path: string): Promise<Buffer | null>;
  /** In one step: whoever looks sees the old file or the new one. */
  replace(path: string, text: string): Promise<void>;
  /** As `replace`, but false, with nothing changed, when the file is there already. */
  create(path: string, text: string): Promise<boolean>;
  remove(path: string): Promise<void>;
  /** @throws ServiceRefusedError when reports cannot be kept there. A folder that is not there yet is made at the first write. */
  checkWritable(folder: string): Promise<void>;
  counts(): RequestCounts;
}

export function createDisk(folder: string, context: Pick<AdapterContext, "connection" | "signal">): Disk {
  const { connection, signal } = context;
  let [reads, writes, bodies] = [0, 0, 0];
  const doing = async <Result>(what: string, path: string, act: () => Promise<Result>): Promise<Result> => {
    if (signal.aborted) throw new InterruptedError();
    try {
      return await act();
    } catch (error) {
      throw explained(error, what, path, connection);
    }
  };
  const read = async (path: string, kind?: "body"): Promise<Buffer> =>
    await doing("read", path, async () => {
      reads += 1;
      if (kind === "body") bodies += 1;
      return await readFile(path);
    });
  /** Writes beside the file first, then lets `settle` move it there; leaves nothing behind when that fails. */
  const written = async <Result>(
    path: string,
    text: string,
    settle: (half: string) => Promise<Result>,
  ): Promise<Result> =>
    await doing("write", path, async () => {
      writes += 1;
      await mkdir(dirname(path), { recursive: true });
      return await writeBeside(path, text, settle);
    });

  return {
    folder,
    files: async () => await doing("read", folder, async () => await filesBelow(folder)),
    namesIn: async (inner) =>
      await doing("read", inner, async () => {
        try {
          const entries = await readdir(inner, { withFileTypes: true });
          return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort();
        } catch (error) {
          if (codeOf(error) === "ENOENT") return [];
          throw error;
        }
      }),
    read,
    readIfThere: async (path) =>
      await doing("read", path, async () => {
        try {
          reads += 1;
          return await readFile(path);
        } catch (error) {
          if (codeOf(error) === "ENOENT") return null;
          throw error;
        }
      }),
    replace: async (path, text) => await written(path, text, async (half) => await rename(half, path)),
    create: async (path, text) =>
      await written(path, text, async (half) => {
        try {
          await linkOrCopy(half, path);
          return true;
        } catch (error) {
          if (codeOf(error) === "EEXIST") return false;
          throw error;
        }
      }),
    remove: async (path) =>
      await doing("write", path, async () => {
        writes += 1;
        await rm(path, { force: true });
      }),
    checkWritable: async (inner) =>
      await doing("write", inner, async () => {
        const there = await nearestThere(inner);
        if (!(await stat(there)).isDirectory()) throw new NotAFolder();
        await access(there, constants.W_OK);
      }),
    counts: () => ({ reads, writes, bodies }),
  };
}

/** Deeper folders than any export makes are somebody's own. */
const deepest = 12;

async function filesBelow(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const look = async (inner: string, depth: number): Promise<void> => {
    for (const entry of await readdir(inner, { withFileTypes: true })) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = join(inner, entry.name);
      if (entry.isDirectory() && depth < deepest) await look(path, depth + 1);
      if (entry.isFile()) found.push(relative(folder, path).split(sep).join("/"));
    }
  };
  await look(folder, 0);
  return found.sort();
}

async function nearestThere(folder: string): Promise<string> {
  try {
    await stat(folder);
    return folder;
  } catch (error) {
    if (codeOf(error) !== "ENOENT" || dirname(folder) === folder) throw error;
    return await nearestThere(dirname(folder));
  }
}

/**
 * Unlike a rename, neither takes the place of a file that came in between. Disks without links (memory sticks, some
 * network folders) get a copy, which is not one step.
 */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}

class NotAFolder extends Error {
  readonly code = "ENOTDIR";
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

function explained(error: unknown, what: string, path: string, connection: string): unknown {
  const code = codeOf(error);
  if (code === null) return error;
  const where = `${path} (connection “${connection}”)`;
  const refusals: Readonly<Record<string, readonly [string, string]>> = {
    ENOENT: [`there is no ${where}.`, "Check the folder in the config; it is relative to the config file."],
    ENOTDIR: [`${where} is not a folder.`, "Give a folder in the config."],
    EISDIR: [`${where} is a folder, and a file was expected.`, "Rename the folder."],
    EACCES: [
      `${where} may not be ${what === "read" ? "read" : "written"}.`,
      "Change who may use it, or give another folder.",
    ],
    EPERM: [
      `${where} may not be ${what === "read" ? "read" : "written"}.`,
      "Change who may use it, or give another folder.",
    ],
    EROFS: [`${where} is on a disk that is read-only.`, "Give a folder elsewhere."],
  };
  const refusal = refusals[code];
  if (refusal !== undefined)
    return new ServiceRefusedError(`Files: ${refusal[0]}`, { hint: refusal[1], cause: error });
  return new ServiceFailedError(`Files: could not ${what} ${where}: ${code}.`, {
    hint: "See whether the disk is there and has room, then run again: what was already written is recognised.",
    cause: error,
  });
}
