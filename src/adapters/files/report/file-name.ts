import { cleanText } from "../../../lib/text.ts";

/** File systems take 255 bytes a name; a number and an ending follow. */
const longestBytes = 200;

/**
 * A title as a file's name, without ending, that every file system takes: no separators or wildcards, no dots or
 * spaces at its ends, no name that Windows keeps for devices.
 */
export function fileNameOf(title: string, otherwise: string): string {
  return safe(title) || safe(otherwise) || "report";
}

/** The same name for the second and any further report: "Planning (2)". */
export function numbered(name: string, number: number): string {
  return number === 1 ? name : `${name} (${number})`;
}

function safe(text: string): string {
  const plain = cleanText(text)
    .normalize("NFC")
    .replaceAll(/[/\\:|]+/g, "-")
    .replaceAll(/[*?"<>\s]+/g, " ");
  let short = plain;
  while (Buffer.byteLength(short) > longestBytes) short = Array.from(short).slice(0, -1).join("");
  const trimmed = short.replaceAll(/^[. -]+|[. -]+$/g, "");
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(trimmed) ? `${trimmed} report` : trimmed;
}
