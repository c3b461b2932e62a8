import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * A convenience that may vanish at any moment without changing any outcome: the workspace is the truth.
 * Keys are hashed into file names; values are text.
 */
export interface Cache {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
}

/** Remembers nothing. */
export const noCache: Cache = {
  get: async () => null,
  set: async () => {},
};

/** One file an entry below `folder`, readable by the owner only because page text may be in it. */
export function diskCache(folder: string): Cache {
  const fileOf = (key: string): string =>
    join(folder, createHash("sha256").update(key).digest("hex").slice(0, 32));
  return {
    async get(key) {
      try {
        return await readFile(fileOf(key), "utf8");
      } catch {
        return null;
      }
    },
    async set(key, value) {
      const file = fileOf(key);
      const half = `${file}.${process.pid}.tmp`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(half, value, { mode: 0o600 });
        await rename(half, file);
      } catch {
        // A cache that cannot be written (a read-only disk, say) is a slower run, not a failed one.
      }
    },
  };
}
