import type { Layout } from "./layout.ts";
import { ownWords } from "./own-words.ts";
import { plain } from "./plain.ts";

/** Ways in which the one sample team is laid out. */
export const layouts = { plain, "own-words": ownWords } as const satisfies Readonly<Record<string, Layout>>;

export type SampleVariant = keyof typeof layouts;
