import type { IntentChange } from "../domain/history.ts";
import { printOf } from "./prints.ts";

/**
 * An intent without its words, as text: `""` for an empty one, else three parts joined by `~`: a hash of the
 * words, a hash of the numbers in them (empty when there are none), and a sketch that tells a mended typo from a
 * new sentence.
 */
export type IntentPrint = string;

/** @param before its last print, which stays when the words do: a sketch is dear to make. */
export function intentPrint(intended: string | null, before: IntentPrint | null = null): IntentPrint {
  const words = plain(intended ?? "");
  if (words === "") return "";
  if (before?.startsWith(`${printOf(words)}~`) === true) return before;
  const numbers = words.match(/\d+(?:[.,:]\d+)*/gu) ?? [];
  return [printOf(words), numbers.length === 0 ? "" : printOf(numbers), sketchOf(words)].join("~");
}

/** null when the words are the same. */
export function compareIntents(before: IntentPrint, after: IntentPrint): IntentChange["kind"] | null {
  const [wordsThen, numbersThen = "", sketchThen = ""] = before.split("~");
  const [wordsNow, numbersNow = "", sketchNow = ""] = after.split("~");
  if (wordsThen === wordsNow) return null;
  if (before === "") return "filled";
  if (after === "") return "emptied";
  // A number on one side alone may be the same one in letters: forty, 40.
  if (numbersThen !== "" && numbersNow !== "" && numbersThen !== numbersNow) return "numbers";
  return likeness(sketchThen, sketchNow) >= sameSentence ? "small" : "words";
}

/**
 * Share of letter triples in common from which two wordings are one sentence with slips mended. Two slips in a
 * sentence of ten words leave about 0.8 of them; saying the same in other words leaves less than 0.4.
 */
const sameSentence = 0.6;

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Mark}\p{Number}.,:%]+/gu, " ")
    .replaceAll(/[.,:](?!\d)/gu, "")
    .trim();
}

/** One bit a hash function (b-bit minwise hashing, Li and König 2010): 64 give the likeness within about 0.07. */
const sketchBits = 64;

function sketchOf(words: string): string {
  const padded = ` ${words} `;
  const triples = new Set<number>();
  for (let at = 0; at + 3 <= padded.length; at += 1) {
    const [a, b, c] = [padded.charCodeAt(at), padded.charCodeAt(at + 1), padded.charCodeAt(at + 2)];
    triples.add(mix(mix(mix(a) ^ b) ^ c));
  }
  const bytes = new Uint8Array(sketchBits / 8);
  for (let bit = 0; bit < sketchBits; bit += 1) {
    let least = 0xff_ff_ff_ff;
    for (const triple of triples) least = Math.min(least, mix(triple ^ Math.imul(bit + 1, 0x9e_37_79_b9)));
    bytes[bit >> 3]! |= (least & 1) << (bit & 7);
  }
  return Buffer.from(bytes).toString("base64url");
}

/** The finishing step of MurmurHash3 (Austin Appleby, public domain): every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85_eb_ca_6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2_b2_ae_35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Of unlike texts half the bits agree by chance. */
function likeness(a: string, b: string): number {
  const [one, other] = [Buffer.from(a, "base64url"), Buffer.from(b, "base64url")];
  let agree = 0;
  for (let bit = 0; bit < sketchBits; bit += 1) {
    const [here, there] = [one[bit >> 3] ?? 0, other[bit >> 3] ?? 0];
    if (((here ^ there) & (1 << (bit & 7))) === 0) agree += 1;
  }
  return (agree / sketchBits) * 2 - 1;
}
