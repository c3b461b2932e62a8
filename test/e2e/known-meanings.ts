import { join } from "node:path";

import { checkWork } from "../../src/job.ts";
import { diskCache } from "../../src/lib/cache.ts";
import { sentenceEncoder } from "../../src/lib/encoder.ts";
import { memoryCache } from "../memory-cache.ts";
import { setupFor, startSample } from "../setup-job.ts";

let made: Promise<ReadonlyMap<string, string>> | null = null;

/**
 * Puts what the encoder makes of the sample team's texts where a run looks for it. Making it anew would take longer
 * than all else that the run does.
 */
export async function rememberMeanings(folder: string): Promise<void> {
  const cache = diskCache(join(folder, ".sothat", "cache", "meaning"));
  for (const [key, value] of await (made ??= makeMeanings())) await cache.set(key, value);
}

async function makeMeanings(): Promise<ReadonlyMap<string, string>> {
  const sandbox = await startSample();
  const cache = memoryCache();
  await checkWork({ ...setupFor(sandbox), embed: sentenceEncoder({ cache }) }, { rules: null });
  await sandbox.close();
  return cache.kept;
}
