/* oxlint-disable no-control-regex -- finding control characters is what this file is for */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const loneSurrogates = /\p{Surrogate}/gu;

/**
 * A text as people typed it, without what no person can see or type: line ends become "\n", control characters
 * go, halves of characters become U+FFFD. Doing it twice changes nothing.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(controls, "")
    .replace(loneSurrogates, "\ufffd");
}

/** Cuts a text into parts of at most `size` UTF-16 units, never through a character. The parts join to the text. */
export function splitText(text: string, size: number): readonly string[] {
  if (size < 2) throw new RangeError("A part must have room for a whole character: 2 units.");
  const parts: string[] = [];
  let start = 0;
  while (start < text.length) {
    let end = Math.min(start + size, text.length);
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end -= 1;
    parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** For comparing what people type: trimmed, one space for many, without regard to case or to accents' encoding. */
export function looseName(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}

/** "40 seconds", "8 minutes", "2 hours": rounded up, for telling people how long to wait. */
export function spokenDuration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 100) return counted(seconds, "second");
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? counted(minutes, "minute") : counted(Math.ceil(minutes / 60), "hour");
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
