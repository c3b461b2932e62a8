import { hashOf } from "../../../lib/hash.ts";

/** What a file says of itself in its last line, which shows neither in Markdown nor in HTML. */
export interface Marker {
  readonly key: string;
  /** The same in all files of one report, however they are renamed; hex digits. */
  readonly id: string;
}

export interface Marked extends Marker {
  /** Of the text as this job wrote it. */
  readonly hash: string;
  /** Whether somebody has changed the file since. */
  readonly edited: boolean;
}

/** The canonical content of a text file: programs may change line ends and the spaces at the end without a person's doing. */
export function contentOf(text: string): string {
  return hashOf(settled(text));
}

/** The text as it stands in the file: with a last line that tells whose report it is and what was written. */
export function withMarker(text: string, { key, id }: Marker): string {
  const line = `<!-- sothat: key=${encodeURIComponent(key)} id=${id} sha256=${contentOf(text)} -->`;
  return `${settled(text)}\n\n${line}\n`;
}

const marker = /^<!-- sothat: key=(\S+) id=([0-9a-f]+) sha256=([0-9a-f]{64}) -->$/gm;

/** Null for a file that this job did not write. */
export function readMarker(file: string): Marked | null {
  const text = settled(file);
  // The last one is ours: whatever a cell says stands above it.
  const last = [...text.matchAll(marker)].at(-1);
  if (last === undefined) return null;
  const [line, encoded = "", id = "", hash = ""] = last;
  const key = decoded(encoded);
  if (key === null) return null;
  const without = text.slice(0, last.index) + text.slice(last.index + line.length);
  return { key, id, hash, edited: contentOf(without) !== hash };
}

function settled(text: string): string {
  return text
    .replace(/^\ufeff/, "")
    .replaceAll(/\r\n?/g, "\n")
    .trimEnd();
}

function decoded(key: string): string | null {
  try {
    return decodeURIComponent(key);
  } catch {
    return null;
  }
}
