import { attributesOf, decodeEntities } from "../tags.ts";

/** A stretch of a text of the second dialect that is read in one way. */
export type Section =
  | { readonly kind: "markdown"; readonly text: string }
  | { readonly kind: "code"; readonly info: string; readonly text: string }
  | { readonly kind: "equation"; readonly text: string }
  | TagSection;

export interface TagSection {
  readonly kind: "tag";
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** What stands between the tags; null when the tag closes itself. */
  readonly inside: string | null;
}

/** Tags that stand for blocks. All others are text. */
const BLOCK_TAGS: ReadonlySet<string> = new Set(
  "p h1 h2 h3 h4 quote toggle ul ol li todo callout columns column equation table-of-contents table image pdf file audio video bookmark embed page database unknown folder tabs mail meeting-notes synced-block synced-block-reference custom-block external_object_instance".split(
    " ",
  ),
);

const OPENING = /^<([a-z][\w-]*)((?:\s+[\w-]+="[^"]*")*)\s*(\/?)>/;

/** Parts a text at fences, equations and block tags; what is left between them is Markdown. */
export function sectionsOf(text: string): readonly Section[] {
  const sections: Section[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  let plain: string[] = [];
  const flush = (): void => {
    if (plain.some((line) => line.trim() !== "")) sections.push({ kind: "markdown", text: plain.join("\n") });
    plain = [];
  };
  for (let at = 0; at < lines.length;) {
    // A block begins after a blank line, or where another kind of section ended.
    const fresh = plain.length === 0 || plain.at(-1)?.trim() === "";
    const found = fenceAt(lines, at) ?? equationAt(lines, at) ?? (fresh ? tagAt(lines, at) : null);
    if (found === null) {
      plain.push(lines[at] ?? "");
      at += 1;
    } else {
      flush();
      sections.push(found.section);
      at = found.next;
    }
  }
  flush();
  return sections;
}

interface Found {
  readonly section: Section;
  /** The first line after it. */
  readonly next: number;
}

function fenceAt(lines: readonly string[], at: number): Found | null {
  const [, fence = "", info = ""] = /^(`{3,}|~{3,})([^`]*)$/.exec(lines[at] ?? "") ?? [];
  if (fence === "") return null;
  const closing = new RegExp(`^\\${fence[0] ?? ""}{${fence.length},}\\s*$`);
  const end = endOf(lines, at, (line) => closing.test(line));
  return { section: { kind: "code", info, text: lines.slice(at + 1, end).join("\n") }, next: end + 1 };
}

function equationAt(lines: readonly string[], at: number): Found | null {
  if (lines[at]?.trim() !== "$$") return null;
  const end = endOf(lines, at, (line) => line.trim() === "$$");
  return { section: { kind: "equation", text: lines.slice(at + 1, end).join("\n") }, next: end + 1 };
}

function endOf(lines: readonly string[], at: number, closes: (line: string) => boolean): number {
  const end = lines.findIndex((line, index) => index > at && closes(line));
  return end < 0 ? lines.length : end;
}

/** Null when there is no block tag here, or none that ends. */
function tagAt(lines: readonly string[], at: number): Found | null {
  const rest = lines.slice(at).join("\n");
  const [opening, name = "", attributes = "", selfClosing] = OPENING.exec(rest) ?? [];
  if (opening === undefined || !BLOCK_TAGS.has(name)) return null;
  const end = selfClosing === "/" ? opening.length : closingOf(rest, name, opening.length);
  if (end === null || !/^[^\S\n]*(?:\n|$)/.test(rest.slice(end))) return null;
  const section: TagSection = {
    kind: "tag",
    name,
    attributes: decoded(attributesOf(attributes)),
    inside: selfClosing === "/" ? null : rest.slice(opening.length, end - `</${name}>`.length),
  };
  return { section, next: at + rest.slice(0, end).split("\n").length };
}

/** Just after the end of a tag, passing over escapes, code and tags of the same name inside; null when it does not end. */
function closingOf(text: string, name: string, from: number): number | null {
  const marks = new RegExp(
    `^(\`{3,}|~{3,})[^\`\\n]*\\n[\\s\\S]*?(?:^\\1[\`~]*[^\\S\\n]*$|$(?![\\s\\S]))|(\`+)[^\`](?:[^\\n]*?[^\`])??\\2(?!\`)|\\\\[\\s\\S]|<${name}(?:\\s[^>]*?)?(/?)>|</${name}>`,
    "gm",
  );
  marks.lastIndex = from;
  let open = 1;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const [whole, , , selfClosing] = mark;
    if (whole === `</${name}>`) open -= 1;
    else if (whole.startsWith(`<${name}`) && selfClosing !== "/") open += 1;
    if (open === 0) return mark.index + whole.length;
    if (whole === "") marks.lastIndex += 1;
  }
  return null;
}

function decoded(
  attributes: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, decodeEntities(value ?? "")]),
  );
}
