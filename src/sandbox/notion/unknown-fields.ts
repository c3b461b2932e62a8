import type { Random } from "../server/random.ts";
import { createBlocks } from "./blocks/create.ts";
import type { Json, Node } from "./records.ts";
import { liveChildren, type Store } from "./store.ts";

/** New fields and property types appear at the service without notice; readers must pass over them. */
export function withUnknownFields(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) return value.map((inner) => withUnknownFields(inner, random));
  if (value === null || typeof value !== "object") return value;

  const copy: Json = {};
  for (const [key, inner] of Object.entries(value as Json)) copy[key] = withUnknownFields(inner, random);
  if (typeof copy["object"] !== "string" || copy["object"] === "error") return copy;
  if (random() < 0.5) copy["field_of_tomorrow"] = { since: "next version" };
  if (copy["object"] === "page" && copy["properties"] !== undefined) {
    copy["properties"] = {
      ...(copy["properties"] as Json),
      "Kind of tomorrow": { id: "tmrw", type: "kind_of_tomorrow", kind_of_tomorrow: { value: 1 } },
    };
  }
  return copy;
}

const KIND = "block_of_tomorrow";

/**
 * Somebody whose app is newer puts a block of an unheard-of type onto a page, now and then, at any place. It is a block
 * like all others: it can be named, moved past and deleted.
 */
export function addBlockOfTomorrow(store: Store, parent: Node): void {
  if (parent.kind !== "page" || store.random() < 0.5) return;
  const children = liveChildren(store, parent);
  if (children.some((child) => child.kind === "block" && child.type === KIND)) return;
  const after = children[Math.floor(store.random() * (children.length + 1)) - 1]?.id ?? null;
  createBlocks(store, {
    parent,
    blocks: [{ type: KIND, [KIND]: { value: 1 } }],
    by: parent.createdBy,
    after,
  });
}
