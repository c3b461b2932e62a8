import { createHash } from "node:crypto";

/** Three letters that every id of a kind begins with. */
export type IdKind =
  | "app"
  | "tbl"
  | "fld"
  | "viw"
  | "rec"
  | "sel"
  | "att"
  | "usr"
  | "com"
  | "ach"
  | "itr"
  | "wsp";

/** Makes the next id of a kind. */
export type IdSource = (kind: IdKind) => string;

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Gives ids of 3 letters and 14 base-62 characters; the same seed gives the same ids in the same order. */
export function idSource(seed: string): IdSource {
  let count = 0;
  return (kind) => {
    count += 1;
    return kind + base62(`${seed}/${count}`, 14);
  };
}

/** A personal access token's shape: `pat`, 14 characters, a dot, 64 hexadecimal digits. */
export function tokenSecret(seed: string): string {
  return `pat${base62(seed, 14)}.${createHash("sha256").update(seed).digest("hex")}`;
}

/** Whether the text is shaped like an id of the kind; says nothing of whether it exists. */
export function looksLikeId(kind: IdKind, text: string): boolean {
  return text.length === 17 && text.startsWith(kind) && /^[A-Za-z0-9]{14}$/.test(text.slice(3));
}

function base62(text: string, length: number): string {
  const digest = createHash("sha256").update(text).digest();
  return Array.from(digest.subarray(0, length), (byte) => ALPHABET.charAt(byte % 62)).join("");
}
