import type { Json, RichText } from "../../records.ts";
import { textOf } from "../../rich-text.ts";
import { shortColour } from "../tags.ts";

/** How a line break inside a block is written: a backslash, or a tag where a block is one line. */
export type LineBreak = "\\\n" | "<br />";

/** Rich text as the second dialect writes it. */
export function inlineText(runs: readonly RichText[], lineBreak: LineBreak): string {
  const texts = runs.map((run) => runText(run, lineBreak));
  return texts
    .map((text, index) => {
      // After a formula's dollar a digit would make it a price; an exclamation mark would make a link an image.
      const begun = runs[index - 1]?.type === "equation" ? text.replace(/^\d/, entity) : text;
      return texts[index + 1]?.startsWith("[") === true ? begun.replace(/!$/, "\\!") : begun;
    })
    .join("");
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** Text so that none of it reads as a mark. */
export function plain(text: string, lineBreak: LineBreak = "<br />"): string {
  return text
    .replaceAll(/[\\*_~`$[\]<>|]/g, "\\$&")
    .replaceAll(/&(?=#?\w+;)/g, "\\&")
    .replaceAll("\n", lineBreak);
}

const STYLES = [
  { style: "bold", mark: "**", tag: "b" },
  { style: "italic", mark: "*", tag: "i" },
  { style: "strikethrough", mark: "~~", tag: "s" },
] as const;

function runText(run: RichText, lineBreak: LineBreak): string {
  const { underline, code, color } = run.annotations;
  const words = wordsOf(run, code, lineBreak);
  const styles = STYLES.filter(({ style }) => run.annotations[style]);
  let text = styles.reduce((inner, { tag }) => `<${tag}>${inner}</${tag}>`, words);
  const [only] = styles;
  if (styles.length === 1 && only !== undefined && !code && isWord(run.plain_text))
    text = `${only.mark}${words}${only.mark}`;
  if (underline) text = `<u>${text}</u>`;
  if (color !== "default") text = `<span color="${shortColour(color)}">${text}</span>`;
  const url = textOf(run)?.url ?? null;
  return url === null ? text : `[${text}](${/[()\s<>]/.test(url) ? `<${url}>` : url})`;
}

/**
 * Marks of CommonMark hold for certain only where a letter or a digit stands inside at both ends, so that none stands
 * in another's; anywhere else a tag must do.
 */
function isWord(text: string): boolean {
  return /^[\p{L}\p{N}](?:[\s\S]*[\p{L}\p{N}])?$/u.test(text);
}

function wordsOf(run: RichText, code: boolean, lineBreak: LineBreak): string {
  if (run.type === "equation") return `$${run.plain_text}$`;
  if (run.type === "mention") return mentionText(run);
  const content = textOf(run)?.content ?? "";
  return code ? codeText(content) : plain(content, lineBreak);
}

/** A fence longer than any in the text, and a space where the text itself begins or ends with one. */
function codeText(content: string): string {
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  const edge = /^`|`$|^ .* $/.test(content) ? " " : "";
  return `${fence}${edge}${content.replaceAll("\n", " ")}${edge}${fence}`;
}

function mentionText(run: RichText): string {
  const mention = run["mention"] as Json;
  const type = String(mention["type"]);
  if (type === "date") {
    const { start, end } = mention["date"] as { start: string; end: string | null };
    return `<date${moment("start", start)}${end === null ? "" : moment("end", end)} />`;
  }
  if (type !== "user" && type !== "page" && type !== "database") return plain(run.plain_text);
  const { id } = mention[type] as { id: string };
  const url = type === "user" ? `user://${id}` : (run.href ?? "");
  return `<mention url="${url}"${type === "database" ? ' type="database"' : ""}>${plain(run.plain_text)}</mention>`;
}

function moment(name: string, value: string): string {
  const [day = "", time] = value.split("T");
  return ` ${name}="${day}"${time === undefined ? "" : ` ${name}-time="${time.slice(0, 5)}"`}`;
}
