import { invalid } from "./errors.ts";
import { suits } from "./file-types.ts";
import type { Json } from "./records.ts";
import type { Store } from "./store.ts";
import { signedFile, uploadStatus, type Uploads } from "./uploads.ts";
import { dashed } from "./validation/uuid.ts";

/**
 * Notes which uploads a request attaches; an attached one stays for good.
 * @throws NotionError when one is unknown, not sent yet, or expired, or of a family that its place does not show.
 */
export function attachUploads(store: Store, uploads: Uploads, body: unknown): void {
  for (const { id, place } of attached(body)) {
    const upload = uploads.get(dashed(id));
    const status = upload === undefined ? "missing" : uploadStatus(store, upload);
    if (upload === undefined || status !== "uploaded")
      throw invalid(`File upload ${id} cannot be attached: ${status}.`);
    if (upload.contentType !== null && !suits(place, upload.contentType))
      throw invalid(`File upload ${id} is of type ${upload.contentType}, which cannot be shown as ${place}.`);
    upload.attached = true;
  }
}

/** Reading never shows an upload, but a file of the service with an address that soon expires. */
export function withSignedFiles(store: Store, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((inner) => withSignedFiles(store, inner));
  if (value === null || typeof value !== "object") return value;
  const record = value as Json;
  if (record["type"] === "file_upload" && record["file_upload"] !== undefined) {
    const { file_upload: upload, ...rest } = record as { file_upload: { id: string } };
    return { ...rest, type: "file", file: signedFile(store, upload.id) };
  }
  return Object.fromEntries(
    Object.entries(record).map(([key, inner]) => [key, withSignedFiles(store, inner)]),
  );
}

interface Attached {
  readonly id: string;
  /** The kind of block; icons and covers are images. */
  readonly place: string;
}

function attached(value: unknown, key = "file"): Attached[] {
  if (Array.isArray(value)) return value.flatMap((inner) => attached(inner, key));
  if (value === null || typeof value !== "object") return [];
  const { file_upload: upload, ...rest } = value as { file_upload?: { id?: string } };
  const place = key === "icon" || key === "cover" ? "image" : key;
  return [
    ...(upload?.id === undefined ? [] : [{ id: upload.id, place }]),
    ...Object.entries(rest).flatMap(([inner, content]) => attached(content, inner)),
  ];
}
