import type { Json } from "./records.ts";
import type { Store } from "./store.ts";

/** A file upload waits this long to be sent and attached (https://developers.notion.com/docs/uploading-small-files). */
export const UPLOAD_LIFETIME = 3_600_000;

interface UploadBase {
  readonly id: string;
  readonly filename: string | null;
  readonly contentType: string | null;
  readonly created: number;
  readonly by: string;
  /** Attached once: from then on it stays for good. */
  attached: boolean;
}

/** A file that is sent, in one part or in several. */
export interface SentUpload extends UploadBase {
  readonly mode: "single_part" | "multi_part";
  /** How many parts are expected. */
  readonly total: number;
  /** Bytes of what was sent, by the part's number. */
  readonly parts: Map<number, number>;
  complete: boolean;
}

/** A file that the service fetches by itself. */
export interface ImportedUpload extends UploadBase {
  readonly mode: "external_url";
  readonly address: string;
  /** Milliseconds since 1970 at which it has been fetched, or failed to be. */
  readonly doneAt: number;
}

export type Upload = SentUpload | ImportedUpload;

/** Uploads by id. */
export type Uploads = Map<string, Upload>;

export type UploadStatus = "pending" | "uploaded" | "expired" | "failed";

/** Where an upload stands now: what was not attached in time has expired. */
export function uploadStatus(store: Store, upload: Upload): UploadStatus {
  const now = store.clock.now();
  if (upload.mode === "external_url" && now >= upload.doneAt && !isReachable(upload.address)) return "failed";
  if (!upload.attached && now - upload.created > UPLOAD_LIFETIME) return "expired";
  const there = upload.mode === "external_url" ? now >= upload.doneAt : upload.complete;
  return there ? "uploaded" : "pending";
}

/** Bytes; null while nothing is known of it. */
export function uploadSize(upload: Upload): number | null {
  if (upload.mode === "external_url" || !upload.complete) return null;
  return [...upload.parts.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/** The stand-in asks nobody: hosts of the reserved name `.invalid` cannot be reached, all others can. */
export function isReachable(address: string): boolean {
  return !new URL(address).hostname.endsWith(".invalid");
}

/** A file of the service as read: its address is signed anew for each answer and lasts an hour. */
export function signedFile(store: Store, uploadId: string): Json {
  const now = store.clock.now();
  return {
    url: `https://files.example.invalid/${uploadId}?X-Amz-Date=${now}&X-Amz-Signature=${Math.floor(store.random() * 2 ** 32).toString(16)}`,
    expiry_time: new Date(now + UPLOAD_LIFETIME).toISOString(),
  };
}
