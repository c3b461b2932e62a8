import type { Json, RichText } from "../records.ts";
import { textOf } from "../rich-text.ts";
import { shortColour } from "./tags.ts";

const SPECIAL = /[\\*~`$[\]<>{}|^]/g;

/** Rich text as the Markdown endpoints write it. */
export function inlineToMarkdown(runs: readonly RichText[]): string {
  return runs.map(runToMarkdown).join("");
}

/** Text so that none of it reads as a mark; line breaks stay inside the block. */
export function escapeText(text: string): string {
  return text.replace(SPECIAL, "\\$&").replaceAll("\n", "<br>");
}

function runToMarkdown(run: RichText): string {
  const { bold, italic, strikethrough, underline, code, color } = run.annotations;
  let text = wordsOf(run, code);
  if (bold) text = `**${text}**`;
  if (italic) text = `*${text}*`;
  if (strikethrough) text = `~~${text}~~`;
  if (underline) text = `<span underline="true">${text}</span>`;
  if (color !== "default") text = `<span color="${shortColour(color)}">${text}</span>`;
  const url = textOf(run)?.url ?? null;
  return url === null ? text : `[${text}](${url})`;
}

function wordsOf(run: RichText, code: boolean): string {
  if (run.type === "equation") return `$${run.plain_text}$`;
  if (run.type === "mention") return mentionToMarkdown(run);
  const content = textOf(run)?.content ?? "";
  if (!code) return escapeText(content);
  const fence = content.includes("`") ? "``" : "`";
  return `${fence}${content.replaceAll("\n", "<br>")}${fence}`;
}

function mentionToMarkdown(run: RichText): string {
  const mention = run["mention"] as Json;
  const type = String(mention["type"]);
  const words = escapeText(run.plain_text);
  if (type === "date") {
    const { start, end } = mention["date"] as { start: string; end: string | null };
    return `<mention-date start="${start}"${end === null ? "" : ` end="${end}"`}/>`;
  }
  if (type === "user" || type === "page" || type === "database") {
    const { id } = mention[type] as { id: string };
    const url = type === "user" ? `user://${id}` : (run.href ?? "");
    return `<mention-${type} url="${url}">${words}</mention-${type}>`;
  }
  return words;
}
