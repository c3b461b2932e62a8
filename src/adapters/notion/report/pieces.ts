import { asList, asRecord, asText, type LooseRecord } from "../../../lib/loose.ts";
import type { Piece } from "../../types.ts";
import { canonicalRuns, fromRichText } from "./rich-text.ts";

/** A block as it is sent, without its children: its type, and what belongs to it under that name. */
export type BlockPayload = { readonly type: string } & LooseRecord;

/** The blocks that `compose` makes; a block of any other type is never taken for ours. */
const writtenTypes = new Set([
  "paragraph",
  "heading_1",
  "heading_2",
  "heading_3",
  "bulleted_list_item",
  "numbered_list_item",
  "to_do",
  "toggle",
  "quote",
  "code",
  "divider",
  "table",
  "table_row",
  "image",
]);

export function isWrittenType(type: string): boolean {
  return writtenTypes.has(type);
}

/** A piece to be written. Its content is worked out from the payload the way it is from a block that is read. */
export function makePiece(payload: BlockPayload, children: readonly Piece[] = []): Piece {
  return { ...describeBlock(payload), children, payload };
}

/**
 * What a block shows, apart from its children; the same for a block that was sent and for that block read back.
 * A table's width is part of its type, because the API cannot change it in place.
 */
export function describeBlock(block: unknown): { readonly type: string; readonly content: string } {
  const record = asRecord(block);
  const type = asText(record.type) ?? "unsupported";
  const inner = asRecord(record[type]);
  switch (type) {
    case "paragraph":
    case "heading_1":
    case "heading_2":
    case "heading_3":
    case "bulleted_list_item":
    case "numbered_list_item":
    case "toggle":
    case "quote":
      return { type, content: canonical(fromText(inner.rich_text)) };
    case "to_do":
      return { type, content: canonical([inner.checked === true, fromText(inner.rich_text)]) };
    case "code":
      return { type, content: canonical([inner.language, fromText(inner.rich_text)]) };
    case "table":
      return {
        type: `table-${String(inner.table_width)}`,
        content: canonical([inner.has_column_header === true]),
      };
    case "table_row":
      return { type, content: canonical(asList(inner.cells).map(fromText)) };
    case "image":
      return { type, content: canonical(fromText(inner.caption)) };
    default:
      return { type, content: "" };
  }
}

/** The text of a block's own, as people read it. */
export function blockText(block: unknown): string {
  const record = asRecord(block);
  const inner = asRecord(record[asText(record.type) ?? ""]);
  return fromRichText(inner.rich_text)
    .map((run) => run.text)
    .join("");
}

/** The payload of a piece that `compose` made. */
export function payloadOf(piece: Piece): BlockPayload {
  return piece.payload as BlockPayload;
}

function fromText(richText: unknown): unknown {
  return canonicalRuns(fromRichText(richText));
}

function canonical(value: unknown): string {
  return JSON.stringify(value);
}
