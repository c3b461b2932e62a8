import type { Json } from "./records.ts";
import type { Store } from "./store.ts";

/** A file upload waits this long to be sent and attached (https://developers.notion.com/docs/uploading-small-files). */
export const UPLOAD_LIFETIME = 3_600_000;

export interface Upload {
  readonly id: string;
  readonly filename: string | null;
  readonly contentType: string | null;
  readonly created: number;
  readonly by: string;
  status: "pending" | "uploaded";
  size: number | null;
  attached: boolean;
}

/** Uploads by id. */
export type Uploads = Map<string, Upload>;

/** Where an upload stands now: what was not attached in time has expired. */
export function uploadStatus(store: Store, upload: Upload): "pending" | "uploaded" | "expired" {
  const late = store.clock.now() - upload.created > UPLOAD_LIFETIME;
  return late && !upload.attached ? "expired" : upload.status;
}

/** A file of the service as read: its address is signed anew for each answer and lasts an hour. */
export function signedFile(store: Store, uploadId: string): Json {
  const now = store.clock.now();
  return {
    url: `https://files.example.invalid/${uploadId}?X-Amz-Date=${now}&X-Amz-Signature=${Math.floor(store.random() * 2 ** 32).toString(16)}`,
    expiry_time: new Date(now + UPLOAD_LIFETIME).toISOString(),
  };
}
