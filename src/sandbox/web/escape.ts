// Characters that HTML does not allow, even escaped: control characters other than tab and line feed, non-characters
// of the specials block, and halves of surrogate pairs.
// oxlint-disable-next-line no-control-regex -- these are the characters to be rid of
const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Cs}/gu;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Safe in element content and in quoted attributes, whatever the text holds; every line end becomes a line feed. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(unprintable, "\uFFFD")
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
}

const linkable = new Set(["http:", "https:", "mailto:"]);

/** The address, when following it is harmless; null for scripts, data and whatever does not parse. */
export function safeHref(href: string): string | null {
  const base = "https://here.invalid/";
  if (!URL.canParse(href, base)) return null;
  return linkable.has(new URL(href, base).protocol) ? href : null;
}
