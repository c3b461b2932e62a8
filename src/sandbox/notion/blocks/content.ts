import type { Json, RichText } from "../records.ts";
import { keepRichText } from "../rich-text.ts";
import type { Store } from "../store.ts";
import { keepIcon, keepMedia } from "./media.ts";

const COLOURED_TEXT = new Set(["bulleted_list_item", "numbered_list_item", "toggle", "quote"]);
const MEDIA = new Set(["image", "video", "audio", "file", "pdf"]);
const LINKS = new Set(["embed", "bookmark"]);

/** Blocks that may hold others; Notion refuses children on the rest. */
const PARENTS = new Set([
  "paragraph",
  "bulleted_list_item",
  "numbered_list_item",
  "to_do",
  "toggle",
  "quote",
  "callout",
  "table",
  "column_list",
  "column",
  "synced_block",
  "template",
  "tab",
]);

export function mayHaveChildren(type: string, content: Json): boolean {
  return PARENTS.has(type) || (isHeading(type) && content["is_toggleable"] === true);
}

export function isHeading(type: string): boolean {
  return /^heading_[1-4]$/.test(type);
}

/**
 * The part of a block under its type's key, as kept: what was sent, with the service's defaults filled in.
 * Children are left out; they are records of their own.
 */
export function keepContent(store: Store, type: string, sent: Json): Json {
  const runs = (key: string): RichText[] => keepRichText(store, sent[key] ?? []);
  const color = sent["color"] ?? "default";
  if (COLOURED_TEXT.has(type)) return { rich_text: runs("rich_text"), color };
  if (isHeading(type)) {
    return { rich_text: runs("rich_text"), is_toggleable: sent["is_toggleable"] ?? false, color };
  }
  if (MEDIA.has(type)) return keepMedia(type, sent, runs("caption"));
  if (LINKS.has(type)) return { caption: runs("caption"), url: sent["url"] };

  switch (type) {
    case "paragraph":
      return { rich_text: runs("rich_text"), icon: keepIcon(sent["icon"] ?? null), color };
    case "to_do":
      return { rich_text: runs("rich_text"), checked: sent["checked"] ?? false, color };
    case "callout":
      return {
        rich_text: runs("rich_text"),
        icon: keepIcon(sent["icon"] ?? { type: "emoji", emoji: "💡" }),
        color,
      };
    case "code":
      return { caption: runs("caption"), rich_text: runs("rich_text"), language: sent["language"] };
    case "template":
      return { rich_text: runs("rich_text") };
    case "table":
      return {
        table_width: sent["table_width"],
        has_column_header: sent["has_column_header"] ?? false,
        has_row_header: sent["has_row_header"] ?? false,
      };
    case "table_row":
      return { cells: (sent["cells"] as readonly unknown[]).map((cell) => keepRichText(store, cell)) };
    case "table_of_contents":
      return { color };
    default: {
      const { children: _children, ...rest } = sent;
      return rest;
    }
  }
}

/** An update replaces the fields it names and keeps the others; so do the words of a block. */
export function mergeContent(store: Store, type: string, kept: Json, sent: Json): Json {
  const asSent = { ...kept, ...sent };
  if (MEDIA.has(type)) {
    for (const source of ["external", "file_upload", "file"]) {
      if (sent["external"] !== undefined || sent["file_upload"] !== undefined) {
        if (sent[source] === undefined) delete asSent[source];
      }
    }
  }
  if (type === "link_to_page") return sent;
  return keepContent(store, type, asSent);
}
