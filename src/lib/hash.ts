import { hash } from "node:crypto";

/** SHA-256 of a text as 64 hex digits: the same text gives the same hash on every machine. */
export function hashOf(text: string): string {
  return hash("sha256", text, "hex");
}
