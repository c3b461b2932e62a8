import { escapeHtml, safeHref } from "./escape.ts";
import type { WebSpan, WebText } from "./view.ts";

/** Inline HTML of a run of text. */
export function renderText(text: WebText): string {
  return text.map(renderSpan).join("");
}

/** The words alone, for titles and labels; not escaped. */
export function wordsOf(text: WebText): string {
  return text.map((span) => span.text).join("");
}

/** A link when the address is harmless, else the content as it is. `content` is HTML. */
export function renderLink(href: string, content: string): string {
  const safe = safeHref(href);
  return safe === null ? content : `<a href="${escapeHtml(safe)}" rel="noopener noreferrer">${content}</a>`;
}

function renderSpan(span: WebSpan): string {
  let html = escapeHtml(span.text).replaceAll("\n", "<br>");
  if (span.code === true) html = `<code>${html}</code>`;
  if (span.strike === true) html = `<s>${html}</s>`;
  if (span.italic === true) html = `<em>${html}</em>`;
  if (span.bold === true) html = `<strong>${html}</strong>`;
  return span.href === undefined ? html : renderLink(span.href, html);
}
