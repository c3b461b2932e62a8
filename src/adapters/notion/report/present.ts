import { asList, asRecord, asText, type LooseRecord } from "../../../lib/loose.ts";
import type { PresentPiece } from "../../types.ts";
import type { Asked, Notion } from "../client.ts";
import { describeBlock, isWrittenType } from "./pieces.ts";

/** The blocks right below a page or block, in order; one request for every 100. */
export async function listChildren(
  notion: Notion,
  subject: Asked,
  id: string,
): Promise<readonly LooseRecord[]> {
  const blocks: LooseRecord[] = [];
  let cursor: string | null = null;
  do {
    const at: string | null = cursor;
    const answer = asRecord(
      await notion.ask(subject, (sdk) =>
        sdk.blocks.children.list({
          block_id: id,
          page_size: 100,
          ...(at === null ? {} : { start_cursor: at }),
        }),
      ),
    );
    blocks.push(...asList(answer.results).map(asRecord).filter(isPresent));
    cursor = answer.has_more === true ? asText(answer.next_cursor) : null;
  } while (cursor !== null);
  return blocks;
}

function isPresent(block: LooseRecord): boolean {
  return block.in_trash !== true && block.archived !== true;
}

/** Below these lies another document, not a part of this one. */
const otherDocuments = new Set(["child_page", "child_database"]);

/** A page's blocks with all below them. @param botId our own identity: what it made and nobody changed is ours to change. */
export async function readPieces(
  notion: Notion,
  subject: Asked,
  id: string,
  botId: string,
): Promise<readonly PresentPiece[]> {
  const blocks = await listChildren(notion, subject, id);
  return await Promise.all(
    blocks.map(async (block): Promise<PresentPiece> => {
      const blockId = asText(block.id) ?? "";
      const descend = block.has_children === true && !otherDocuments.has(asText(block.type) ?? "");
      return {
        id: blockId,
        ...describeBlock(block),
        ours: isWrittenType(asText(block.type) ?? "") && authorOf(block.created_by) === botId,
        edited: authorOf(block.last_edited_by) !== botId,
        children: descend ? await readPieces(notion, subject, blockId, botId) : [],
      };
    }),
  );
}

export function authorOf(user: unknown): string | null {
  return asText(asRecord(user).id);
}
