import { hashOf } from "../../../lib/hash.ts";
import { asRecord, asText } from "../../../lib/loose.ts";
import { cleanText } from "../../../lib/text.ts";
import type { Picture, Piece } from "../../types.ts";
import type { Asked, Notion } from "../client.ts";
import { isRefusal } from "../errors.ts";
import { makePiece, payloadOf } from "./pieces.ts";
import { blockfuls, toRichText } from "./rich-text.ts";

const svgType = "image/svg+xml";

/** A picture that has no upload yet: `file` is ours and never sent. */
type Pending = Picture["file"];

/**
 * A picture as an image block. What comes back of an image is its caption and an address that changes with every
 * look, so the caption carries what tells one drawing from another: a few digits of the file's hash.
 */
export function picturePiece({ title, words, file }: Picture): Piece {
  const text = cleanText(`${title}. ${words} Drawing ${hashOf(file.svg).slice(0, 8)}.`);
  const [caption = []] = blockfuls([{ text, style: 0, href: null }]);
  return makePiece({ type: "image", image: { caption: toRichText(caption) }, file });
}

/**
 * The pieces as they can be sent: every picture among them is uploaded now. An upload that is attached to nothing
 * within the hour vanishes by itself (developers.notion.com/docs/working-with-files-and-media), so a run may end
 * anywhere after this.
 */
export async function withUploads(notion: Notion, pieces: readonly Piece[]): Promise<readonly Piece[]> {
  return await Promise.all(pieces.map(async (piece) => await withUpload(notion, piece)));
}

async function withUpload(notion: Notion, piece: Piece): Promise<Piece> {
  const children = await withUploads(notion, piece.children);
  const { file, ...payload } = payloadOf(piece);
  if (payload.type !== "image" || file === undefined) return { ...piece, children };
  const id = await upload(notion, file as Pending);
  const image = { ...asRecord(payload.image), type: "file_upload", file_upload: { id } };
  return { ...piece, children, payload: { ...payload, image } };
}

async function upload(notion: Notion, { name, svg }: Pending): Promise<string> {
  const subject: Asked = { what: "the picture", id: `“${name}”`, capability: "Insert content" };
  const made = await notion.ask(subject, (sdk) =>
    sdk.fileUploads.create({ mode: "single_part", filename: name, content_type: svgType }),
  );
  const data = new Blob([svg], { type: svgType });
  try {
    await notion.ask(subject, (sdk) =>
      sdk.fileUploads.send({ file_upload_id: made.id, file: { filename: name, data } }),
    );
  } catch (error) {
    // Refused as sent already: by the try before this one, whose answer was lost.
    if (!isRefusal(error, "invalid") || !(await isUploaded(notion, subject, made.id))) throw error;
  }
  return made.id;
}

async function isUploaded(notion: Notion, subject: Asked, id: string): Promise<boolean> {
  const now = await notion.ask(subject, (sdk) => sdk.fileUploads.retrieve({ file_upload_id: id }));
  return asText(asRecord(now).status) === "uploaded";
}
