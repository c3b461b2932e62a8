import type { Cache } from "../src/lib/cache.ts";

/** Keeps everything, as long as the test holds on to it. */
export function memoryCache(): Cache & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: async (key) => kept.get(key) ?? null,
    set: async (key, value) => void kept.set(key, value),
  };
}
