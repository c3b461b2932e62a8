import { invalid } from "./errors.ts";
import type { Annotations, Json, RichText } from "./records.ts";
import type { Store } from "./store.ts";
import { titleOf } from "./titles.ts";
import { dashed } from "./validation/uuid.ts";

const PLAIN: Annotations = {
  bold: false,
  italic: false,
  strikethrough: false,
  underline: false,
  code: false,
  color: "default",
};

/** Text without style, in one run. */
export function richText(text: string): RichText[] {
  return text === "" ? [] : [textRun(text, null, PLAIN)];
}

export function textRun(content: string, url: string | null, style: Partial<Annotations> = {}): RichText {
  return {
    type: "text",
    text: { content, link: url === null ? null : { url } },
    annotations: { ...PLAIN, ...style },
    plain_text: content,
    href: url,
  };
}

export function equationRun(expression: string, style: Partial<Annotations> = {}): RichText {
  return {
    type: "equation",
    equation: { expression },
    annotations: { ...PLAIN, ...style },
    plain_text: expression,
    href: null,
  };
}

export function plainText(runs: readonly RichText[]): string {
  return runs.map((run) => run.plain_text).join("");
}

/** The content of a text run; null for mentions and equations. */
export function textOf(run: RichText): { readonly content: string; readonly url: string | null } | null {
  if (run.type !== "text") return null;
  const { content, link } = run["text"] as { content: string; link: { url: string } | null };
  return { content, url: link?.url ?? null };
}

/**
 * Turns rich text as sent into rich text as kept: fields filled, empty runs dropped, neighbours of one style merged.
 * @throws NotionError for a link that is no URL.
 */
export function keepRichText(store: Store, sent: unknown): RichText[] {
  return mergeRuns((sent as readonly Json[]).map((item) => keepRun(store, item)));
}

/** Merges neighbouring text runs with the same link and style, as the service does on every write. */
export function mergeRuns(runs: readonly RichText[]): RichText[] {
  const merged: RichText[] = [];
  for (const run of runs) {
    const text = textOf(run);
    if (text?.content === "") continue;
    const last = merged.at(-1);
    const before = last === undefined ? null : textOf(last);
    if (
      last !== undefined &&
      text !== null &&
      before !== null &&
      before.url === text.url &&
      sameStyle(last, run)
    ) {
      merged[merged.length - 1] = textRun(before.content + text.content, text.url, run.annotations);
    } else {
      merged.push(run);
    }
  }
  return merged;
}

function keepRun(store: Store, item: Json): RichText {
  const style = { ...PLAIN, ...(item["annotations"] as Partial<Annotations> | undefined) };
  if (item["text"] !== undefined) {
    const { content, link } = item["text"] as { content: string; link?: { url: string } | null };
    return textRun(content, link === undefined || link === null ? null : checkedUrl(link.url), style);
  }
  if (item["equation"] !== undefined) {
    return equationRun((item["equation"] as { expression: string }).expression, style);
  }
  return mentionRun(store, item["mention"] as Json, style);
}

/** A mention with the words that stand for it. */
export function mentionRun(store: Store, mention: Json, style: Partial<Annotations> = {}): RichText {
  const annotations = { ...PLAIN, ...style };
  const run = (type: string, value: unknown, plain_text: string, href: string | null): RichText => ({
    type: "mention",
    mention: { type, [type]: value },
    annotations,
    plain_text,
    href,
  });
  const idOf = (key: string): string => dashed((mention[key] as { id: string }).id);

  if (mention["user"] !== undefined) {
    const user = store.users.get(idOf("user"));
    return run("user", { object: "user", id: idOf("user") }, `@${user?.name ?? "Unknown"}`, null);
  }
  if (mention["page"] !== undefined) {
    const id = idOf("page");
    const title = titleById(store, id);
    return run("page", { id }, title, `https://www.notion.so/${id.replaceAll("-", "")}`);
  }
  if (mention["database"] !== undefined) {
    const id = idOf("database");
    const title = titleById(store, id);
    return run("database", { id }, title, `https://www.notion.so/${id.replaceAll("-", "")}`);
  }
  if (mention["date"] !== undefined) {
    const { start, end = null, time_zone = null } = mention["date"] as Record<string, string | null>;
    return run("date", { start, end, time_zone }, end === null ? String(start) : `${start} → ${end}`, null);
  }
  const [kind = "template_mention"] = Object.keys(mention).filter((key) => key !== "type");
  return run(kind, mention[kind], "@", null);
}

function titleById(store: Store, id: string): string {
  const node = store.nodes.get(id);
  const title = node === undefined ? "" : titleOf(node);
  return title === "" ? "Untitled" : title;
}

/** Relative links are refused, except links to pages of the workspace. */
function checkedUrl(url: string): string {
  if (url.startsWith("/")) return url;
  if (!URL.canParse(url)) throw invalid("Invalid URL for link.");
  return url;
}

function sameStyle(a: RichText, b: RichText): boolean {
  return (Object.keys(PLAIN) as (keyof Annotations)[]).every(
    (key) => a.annotations[key] === b.annotations[key],
  );
}
