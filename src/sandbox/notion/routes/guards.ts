import { countBlocks, type SentBlock } from "../blocks/create.ts";
import { invalid, NotionError } from "../errors.ts";
import type { Node } from "../records.ts";
import { isTrashed } from "../store.ts";
import type { RouteContext } from "./route.ts";

/** @throws NotionError when the record, or anything above it, is in the trash. */
export function refuseTrashed(context: RouteContext, node: Node): void {
  if (!isTrashed(context.view.store, node)) return;
  const what = node.inTrash ? "block that is archived" : "block that has an archived ancestor";
  throw invalid(
    `Can't edit ${what}. You must unarchive the ${node.inTrash ? "block" : "ancestor"} before editing.`,
  );
}

/**
 * Counts the blocks that connections make, as a free workspace does; deleting gives nothing back.
 * @throws NotionError (restricted_resource) once the limit is reached.
 */
export function spendBlocks(context: RouteContext, blocks: readonly SentBlock[], others = 0): void {
  const { blockLimit } = context.settings;
  if (blockLimit === null) return;
  const { store } = context.view;
  if (store.blocksMade >= blockLimit) {
    throw new NotionError("restricted_resource", "This workspace has reached its block limit.", {
      additionalData: { block_limit: "block_creation" },
    });
  }
  store.blocksMade += countBlocks(blocks) + others;
}
