import type { Annotations, Json, RichText } from "../records.ts";
import { equationRun, mentionRun, mergeRuns, textRun } from "../rich-text.ts";
import type { View } from "../view.ts";
import { attributesOf, decodeEntities, ENTITY, idInUrl } from "./tags.ts";

/** What the text being read stands in. */
interface Frame {
  readonly style: Partial<Annotations>;
  readonly url: string | null;
}

const MARKS: readonly (readonly [string, keyof Annotations])[] = [
  ["**", "bold"],
  ["~~", "strikethrough"],
  ["*", "italic"],
];

const FULL_ADDRESS = /^https?:\/\/[^\s<>()[\]]+/i;
const BARE_ADDRESS =
  /^(?:https?:\/\/[^\s<>()[\]]+|(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|app|so)\b(?:\/[^\s<>()[\]]*)?)/i;

/** What reading depends on besides the text. */
export type Reading = Pick<View, "store" | "markdownQuirks">;

/**
 * Rich text of one line of the Markdown endpoints (their first dialect). Two habits of the service are kept unless
 * quirks are off: entities stay as they are, and bare domains become links.
 */
export function inlineFromMarkdown(reading: Reading, text: string): RichText[] {
  return mergeRuns(read(reading, text, { style: {}, url: null }));
}

function read(reading: Reading, text: string, frame: Frame): RichText[] {
  const runs: RichText[] = [];
  let plain = "";
  const flush = (): void => {
    if (plain !== "") runs.push(textRun(plain, frame.url, frame.style));
    plain = "";
  };
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(reading, text, at, frame);
    if (token === null) {
      plain += text[at] ?? "";
      at += 1;
    } else if (typeof token.value === "string") {
      plain += token.value;
      at += token.length;
    } else {
      flush();
      runs.push(...token.value);
      at += token.length;
    }
  }
  flush();
  return runs;
}

interface Token {
  readonly length: number;
  readonly value: string | readonly RichText[];
}

function tokenAt(reading: Reading, text: string, at: number, frame: Frame): Token | null {
  const rest = text.slice(at);
  if (/^\\[\\*~`$[\]<>{}|^#+\-.)]/.test(rest)) return { length: 2, value: rest[1] ?? "" };
  return (
    codeAt(rest, frame) ??
    markAt(reading, rest, frame) ??
    equationAt(rest, frame) ??
    linkAt(reading, rest, frame) ??
    tagAt(reading, rest, frame) ??
    entityAt(reading, rest) ??
    addressAt(reading, text, at, rest, frame)
  );
}

function codeAt(rest: string, { style, url }: Frame): Token | null {
  const [whole, , code = ""] = /^(`+)([^`]|[^`].*?[^`])\1(?!`)/.exec(rest) ?? [];
  return whole === undefined
    ? null
    : { length: whole.length, value: [textRun(code, url, { ...style, code: true })] };
}

function markAt(reading: Reading, rest: string, frame: Frame): Token | null {
  for (const [mark, style] of MARKS) {
    if (!rest.startsWith(mark) || /^\s/.test(rest.slice(mark.length))) continue;
    const end = closing(rest, mark);
    if (end < 0) continue;
    const inner = rest.slice(mark.length, end);
    const value = read(reading, inner, { ...frame, style: { ...frame.style, [style]: true } });
    return { length: end + mark.length, value };
  }
  return null;
}

/** Where a mark ends, passing over escapes and code; -1 when it does not. */
function closing(text: string, mark: string): number {
  for (let at = mark.length + 1; at <= text.length - mark.length; at += 1) {
    if (text[at - 1] === "\\") continue;
    if (!text.startsWith(mark, at) || /\s/.test(text[at - 1] ?? "")) continue;
    // A single star next to another one belongs to a double star.
    if (mark === "*" && text[at + 1] === "*" && text[at + 2] !== "*") {
      at += 1;
      continue;
    }
    return mark === "**" && text[at + 2] === "*" ? at + 1 : at;
  }
  return -1;
}

function equationAt(rest: string, { style }: Frame): Token | null {
  const [whole, expression = ""] = /^\$`?([^\s$`][^$`]*?)`?\$(?!\d)/.exec(rest) ?? [];
  return whole === undefined ? null : { length: whole.length, value: [equationRun(expression, style)] };
}

function linkAt(reading: Reading, rest: string, frame: Frame): Token | null {
  const [whole, label = "", url = ""] = /^\[((?:\\.|[^\]\\])*)\]\(([^\s)]+)\)/.exec(rest) ?? [];
  if (whole === undefined) return null;
  if (!URL.canParse(url) && !url.startsWith("/"))
    return { length: whole.length, value: read(reading, label, frame) };
  return { length: whole.length, value: read(reading, label, { ...frame, url }) };
}

function tagAt(reading: Reading, rest: string, frame: Frame): Token | null {
  const [lineBreak] = /^<br\s*\/?>/i.exec(rest) ?? [];
  if (lineBreak !== undefined) return { length: lineBreak.length, value: "\n" };

  const [span, attributes = "", inner = ""] = /^<span([^>]*)>(.*?)<\/span>/.exec(rest) ?? [];
  if (span !== undefined) {
    const { color, underline } = attributesOf(attributes);
    const style = {
      ...frame.style,
      ...(color === undefined ? {} : { color: color.replace(/_bg$/, "_background") }),
      ...(underline === "true" ? { underline: true } : {}),
    };
    return { length: span.length, value: read(reading, inner, { ...frame, style }) };
  }
  const [mention, kind = "", given = ""] =
    /^<mention-(user|page|database|date)\b([^>]*?)(?:\/>|>.*?<\/mention-\1>)/.exec(rest) ?? [];
  if (mention === undefined) return null;
  return {
    length: mention.length,
    value: [mentionRun(reading.store, mentionOf(kind, attributesOf(given)), frame.style)],
  };
}

function mentionOf(kind: string, attributes: Readonly<Record<string, string | undefined>>): Json {
  if (kind !== "date") return { [kind]: { id: idInUrl(attributes["url"] ?? "") ?? "" } };
  const { start = "", end, startTime } = attributes;
  return { date: { start: startTime === undefined ? start : `${start}T${startTime}:00`, end: end ?? null } };
}

function entityAt({ markdownQuirks }: Reading, rest: string): Token | null {
  const [whole] = markdownQuirks ? [] : (ENTITY.exec(rest) ?? []);
  return whole === undefined ? null : { length: whole.length, value: decodeEntities(whole) };
}

function addressAt(
  { markdownQuirks }: Reading,
  text: string,
  at: number,
  rest: string,
  frame: Frame,
): Token | null {
  if (frame.url !== null || frame.style.code === true || /[\w@./-]/.test(text[at - 1] ?? "")) return null;
  const [address] = (markdownQuirks ? BARE_ADDRESS : FULL_ADDRESS).exec(rest) ?? [];
  if (address === undefined) return null;
  const trimmed = address.replace(/[.,;:!?*~]+$/, "");
  const url = /^https?:/i.test(trimmed) ? trimmed : `http://${trimmed}`;
  return { length: trimmed.length, value: [textRun(trimmed, url, frame.style)] };
}
