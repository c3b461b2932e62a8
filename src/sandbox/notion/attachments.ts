import { invalid } from "./errors.ts";
import type { Json } from "./records.ts";
import type { Store } from "./store.ts";
import { signedFile, uploadStatus, type Uploads } from "./uploads.ts";
import { dashed } from "./validation/uuid.ts";

/**
 * Notes which uploads a request attaches; an attached one stays for good.
 * @throws NotionError when one is unknown, not sent yet, or expired.
 */
export function attachUploads(store: Store, uploads: Uploads, body: unknown): void {
  for (const id of attached(body)) {
    const upload = uploads.get(dashed(id));
    const status = upload === undefined ? "missing" : uploadStatus(store, upload);
    if (upload === undefined || status !== "uploaded")
      throw invalid(`File upload ${id} cannot be attached: ${status}.`);
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

function attached(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(attached);
  if (value === null || typeof value !== "object") return [];
  const { file_upload: upload, ...rest } = value as { file_upload?: { id?: string } };
  return [...(upload?.id === undefined ? [] : [upload.id]), ...Object.values(rest).flatMap(attached)];
}
