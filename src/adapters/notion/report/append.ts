import type { AppendBlockChildrenParameters, CreatePageParameters } from "@notionhq/client";

import { WriteInDoubtError } from "../../../errors.ts";
import { asList, asRecord, asText, type LooseRecord } from "../../../lib/loose.ts";
import type { Piece } from "../../types.ts";
import type { Asked, Notion } from "../client.ts";
import { limits } from "../limits.ts";
import { payloadOf } from "./pieces.ts";

type Blocks = NonNullable<CreatePageParameters["children"]>;
export type Position = NonNullable<AppendBlockChildrenParameters["position"]>;

/** What one request takes, and what has to follow it. */
export interface Batch {
  readonly blocks: Blocks;
  /** Children that did not fit: index of their parent in `blocks` → them. */
  readonly later: ReadonlyMap<number, readonly Piece[]>;
}

/**
 * Cuts pieces into requests: 100 elements an array, 1000 blocks and 450 KB a request. A piece that is too large by
 * itself goes with its first children; the others follow once it has an id.
 */
export function batches(pieces: readonly Piece[]): readonly Batch[] {
  const made: { blocks: LooseRecord[]; later: Map<number, readonly Piece[]> }[] = [];
  let room = { blocks: 0, bytes: 0 };
  for (const piece of pieces) {
    const part = whole(piece) ?? begun(piece);
    const last = made.at(-1);
    const full =
      last === undefined ||
      last.blocks.length >= limits.array ||
      part.count > room.blocks ||
      part.bytes > room.bytes;
    if (full) room = { blocks: limits.blocks, bytes: limits.bytes };
    const batch = full ? { blocks: [], later: new Map<number, readonly Piece[]>() } : last;
    if (full) made.push(batch);
    if (part.later.length > 0) batch.later.set(batch.blocks.length, part.later);
    batch.blocks.push(part.block);
    room = { blocks: room.blocks - part.count, bytes: room.bytes - part.bytes };
  }
  // The one place where blocks of our own making become the SDK's: its union of 30 types would have to be repeated.
  return made.map(({ blocks, later }) => ({ blocks: blocks as unknown as Blocks, later }));
}

interface Part {
  readonly block: LooseRecord;
  readonly later: readonly Piece[];
  readonly count: number;
  readonly bytes: number;
}

/** The piece with all below it; null when one request cannot hold that. */
function whole(piece: Piece): Part | null {
  if (!arraysFit(piece)) return null;
  const block = withChildren(piece, piece.children);
  const [count, bytes] = [countOf(piece), bytesOf(block)];
  return count <= limits.blocks && bytes <= limits.bytes ? { block, later: [], count, bytes } : null;
}

/** Whether one request can hold the piece with all below it. */
export function fitsOneRequest(piece: Piece): boolean {
  return whole(piece) !== null;
}

/** With as many of its first children as one request can hold, but for one so large that it has to be parted itself. */
function begun(piece: Piece): Part {
  let [count, bytes, taken] = [1, bytesOf(payloadOf(piece)), 0];
  for (const child of piece.children.slice(0, limits.array)) {
    const part = whole(child);
    if (part === null || count + part.count > limits.blocks || bytes + part.bytes > limits.bytes) break;
    [count, bytes, taken] = [count + part.count, bytes + part.bytes, taken + 1];
  }
  const block = withChildren(piece, piece.children.slice(0, taken));
  return { block, later: piece.children.slice(taken), count, bytes };
}

function withChildren(piece: Piece, children: readonly Piece[]): LooseRecord {
  const payload = payloadOf(piece);
  if (children.length === 0) return payload;
  const nested = children.map((child) => withChildren(child, child.children));
  return { ...payload, [payload.type]: { ...asRecord(payload[payload.type]), children: nested } };
}

function arraysFit(piece: Piece): boolean {
  return piece.children.length <= limits.array && piece.children.every(arraysFit);
}

function countOf(piece: Piece): number {
  return piece.children.reduce((sum, child) => sum + countOf(child), 1);
}

function bytesOf(block: LooseRecord): number {
  return Buffer.byteLength(JSON.stringify(block));
}

/**
 * Adds pieces below a block or page, in as few requests as the limits allow.
 * @throws WriteInDoubtError when an answer was lost.
 */
export async function appendPieces(
  notion: Notion,
  subject: Asked,
  parentId: string,
  position: Position,
  pieces: readonly Piece[],
): Promise<void> {
  await appendBatches(notion, subject, parentId, position, batches(pieces));
}

export async function appendBatches(
  notion: Notion,
  subject: Asked,
  parentId: string,
  position: Position,
  all: readonly Batch[],
): Promise<void> {
  let at = position;
  for (const [index, batch] of all.entries()) {
    const answer = await notion.ask({ ...subject, capability: "Insert content" }, (sdk) =>
      sdk.blocks.children.append({ block_id: parentId, children: batch.blocks, position: at }),
    );
    const isLast = index === all.length - 1;
    if (isLast && batch.later.size === 0) return;
    const ids = newIds(answer, batch.blocks.length);
    for (const [parent, children] of batch.later) {
      await appendPieces(notion, subject, ids[parent] ?? "", { type: "end" }, children);
    }
    at = { type: "after_block", after_block: { id: ids.at(-1) ?? "" } };
  }
}

/** With `after_block` the answer lists the new blocks and then every sibling behind them: the first ones count. */
function newIds(answer: unknown, count: number): readonly string[] {
  const ids = asList(asRecord(answer).results)
    .slice(0, count)
    .map((block) => asText(asRecord(block).id))
    .filter((id) => id !== null);
  if (ids.length < count) {
    throw new WriteInDoubtError("Notion did not say which blocks it made, so the rest was not sent.", {
      hint: "Run again: what was already written is recognised.",
    });
  }
  return ids;
}
