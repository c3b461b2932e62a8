import { invalid } from "../errors.ts";
import type { BlockRecord, Json, Node } from "../records.ts";
import { newId, place, type Store } from "../store.ts";
import { keepContent } from "./content.ts";

/** A block as sent: `{ type?, [type]: content }`, children inside the content. */
export type SentBlock = Json;

/** The type of a block as sent; it may be left out, since the content's key says it. */
export function sentType(block: SentBlock): string {
  const type = block["type"] ?? Object.keys(block).find((key) => key !== "object" && key !== "type");
  if (typeof type !== "string") throw invalid("body failed validation: block type should be defined.");
  return type;
}

/** The content of a block as sent. */
function sentContent(block: SentBlock): Json {
  return (block[sentType(block)] ?? {}) as Json;
}

/** The blocks inside a block as sent. */
export function sentChildren(block: SentBlock): readonly SentBlock[] {
  return (sentContent(block)["children"] ?? []) as readonly SentBlock[];
}

export interface CreateBlocksOptions {
  readonly parent: Node;
  readonly blocks: readonly SentBlock[];
  readonly by: string;
  /** A sibling's id; null for the start, undefined for the end. */
  readonly after?: string | null | undefined;
  /** Milliseconds since 1970; the clock's time when left out. */
  readonly at?: number | undefined;
}

/** Puts new blocks below a page or block and returns the direct children made, in order. */
export function createBlocks(store: Store, options: CreateBlocksOptions): BlockRecord[] {
  const { parent, by, at = store.clock.now() } = options;
  let after = options.after;
  return options.blocks.map((sent) => {
    const type = sentType(sent);
    const block: BlockRecord = {
      kind: "block",
      id: newId(store),
      parent: parent.id,
      createdTime: at,
      lastEditedTime: at,
      createdBy: by,
      lastEditedBy: by,
      inTrash: false,
      type,
      content: keepContent(store, type, sentContent(sent)),
      children: [],
    };
    place(store, block, after);
    if (after !== undefined) after = block.id;
    createBlocks(store, { parent: block, blocks: sentChildren(sent), by, at });
    return block;
  });
}

/** Blocks in a request, at every level. */
export function countBlocks(blocks: readonly SentBlock[]): number {
  return blocks.reduce((sum, block) => sum + 1 + countBlocks(sentChildren(block)), 0);
}
