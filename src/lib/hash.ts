import { createHash } from "node:crypto";

/** SHA-256 of a text as 64 hex digits: the same text gives the same hash on every machine. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
