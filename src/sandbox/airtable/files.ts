import { createHash } from "node:crypto";
import type { SandboxReply } from "../server/messages.ts";
import { Refusal } from "./errors.ts";
import type { Store } from "./store.ts";

/** How long a file's URL works, in milliseconds (field model page: at least two hours). */
const URL_LIFETIME = 7_200_000;

/** Signed-looking file URLs: another one on every read, each dead two hours later. */
export interface FileUrls {
  sign(origin: string, attachmentId: string, filename: string): string;
  /** Answers `GET /files/{attachment}/{expires}/{serial}/{signature}/{filename}`. */
  serve(segments: readonly string[]): SandboxReply;
}

/** Signatures follow from the seed. */
export function createFileUrls(store: Store, seed: string): FileUrls {
  let serial = 0;
  const signatureOf = (id: string, expires: string, nth: string): string =>
    createHash("sha256").update(`${seed}/${id}/${expires}/${nth}`).digest("hex").slice(0, 32);

  return {
    sign: (origin, id, filename) => {
      serial += 1;
      const [expires, nth] = [String(store.now() + URL_LIFETIME), String(serial)];
      const path = [id, expires, nth, signatureOf(id, expires, nth), encodeURIComponent(filename)];
      return `${origin}/files/${path.join("/")}`;
    },
    serve: ([id = "", expires = "", nth = "", signature = ""]) => {
      const file = store.db.attachments.get(id);
      const signed = signature === signatureOf(id, expires, nth);
      if (file === undefined || !signed || store.now() >= Number(expires)) {
        throw new Refusal(410, "Gone", "The URL has expired");
      }
      return { status: 200, bytes: file.content, headers: { "content-type": file.type } };
    },
  };
}
