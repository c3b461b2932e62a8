import { asRecord, asText } from "../../../lib/loose.ts";
import type { Change, FoundReport } from "../../types.ts";
import { isSettled } from "../body.ts";
import type { Asked, Notion } from "../client.ts";
import { isRefusal } from "../errors.ts";
import { appendPieces } from "./append.ts";
import { withUploads } from "./pictures.ts";
import { type BlockPayload, payloadOf } from "./pieces.ts";

/**
 * A page as a found report. Its version is the minute of its last edit, and null while more edits may fall into
 * that minute: an equal version must mean that nothing changed.
 */
export function toFound(notion: Notion, page: unknown): FoundReport {
  const { id, url, last_edited_time } = asRecord(page);
  const edited = asText(last_edited_time);
  return {
    id: asText(id) ?? "",
    url: asText(url),
    version: isSettled(edited, notion.transport.serviceTime()) ? edited : null,
  };
}

/** What a create answers; after a 503 that had saved, only the id is known and the page is read once. */
export async function toCreated(notion: Notion, subject: Asked, answer: unknown): Promise<FoundReport> {
  const found = toFound(notion, answer);
  if (found.url !== null) return found;
  return toFound(notion, await notion.ask(subject, (sdk) => sdk.pages.retrieve({ page_id: found.id })));
}

/** Changes of blocks, the same for every kind of place. */
export async function changeBlocks(
  notion: Notion,
  subject: Asked,
  report: FoundReport,
  change: Exclude<Change, { do: "set-fields" }>,
): Promise<void> {
  switch (change.do) {
    case "insert": {
      const position =
        change.after === null
          ? ({ type: "start" } as const)
          : ({ type: "after_block", after_block: { id: change.after } } as const);
      const pieces = await withUploads(notion, change.pieces);
      return await appendPieces(notion, subject, change.parent ?? report.id, position, pieces);
    }
    case "update": {
      const [piece = change.piece] = await withUploads(notion, [change.piece]);
      const update = updateOf(payloadOf(piece));
      if (update === null) return;
      await notion.ask({ ...subject, capability: "Update content" }, (sdk) =>
        sdk.blocks.update({ block_id: change.id, ...update }),
      );
      return;
    }
    case "remove":
      await unlessGone(
        notion.ask({ ...subject, capability: "Update content" }, (sdk) =>
          sdk.blocks.delete({ block_id: change.id }),
        ),
      );
  }
}

/** The part of a block that the API can change in place; null when there is none. */
function updateOf(payload: BlockPayload): Record<string, unknown> | null {
  if (payload.type === "divider") return null;
  const { type: _, ...inner } = asRecord(payload[payload.type]);
  if (payload.type !== "table") return { [payload.type]: inner };
  return { table: { has_column_header: inner.has_column_header === true } };
}

export async function trashPage(notion: Notion, subject: Asked, id: string): Promise<void> {
  await unlessGone(
    notion.ask({ ...subject, capability: "Update content" }, (sdk) =>
      sdk.pages.update({ page_id: id, in_trash: true }),
    ),
  );
}

/** Taking away what is gone is done: an earlier try, whose answer was lost, may have taken it away. */
async function unlessGone(answer: Promise<unknown>): Promise<void> {
  try {
    await answer;
  } catch (error) {
    if (!isRefusal(error, "gone", "not-found")) throw error;
  }
}
