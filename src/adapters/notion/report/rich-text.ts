import type { PhrasingContent } from "mdast";

import { asList, asRecord, asText } from "../../../lib/loose.ts";
import { cleanText, splitText } from "../../../lib/text.ts";
import { limits } from "../limits.ts";

/** A stretch of text that looks the same throughout. */
export interface Run {
  readonly text: string;
  /** Sum of `styles`. */
  readonly style: number;
  readonly href: string | null;
}

const styles = { bold: 1, italic: 2, strikethrough: 4, code: 8 } as const;
type Style = keyof typeof styles;
const styleNames = Object.keys(styles) as readonly Style[];

// ── From the document ────────────────────────────────────────────────────────────────────────────────────

/** The runs of a paragraph's, heading's or cell's content. */
export function runsOf(nodes: readonly PhrasingContent[]): readonly Run[] {
  return joinRuns(nodes.flatMap((node) => toRuns(node, 0, null)));
}

function toRuns(node: PhrasingContent, style: number, href: string | null): readonly Run[] {
  const below = (children: readonly PhrasingContent[], more: number, link = href): readonly Run[] =>
    children.flatMap((child) => toRuns(child, style | more, link));
  switch (node.type) {
    case "strong":
      return below(node.children, styles.bold);
    case "emphasis":
      return below(node.children, styles.italic);
    case "delete":
      return below(node.children, styles.strikethrough);
    case "link":
      return below(node.children, 0, usableLink(node.url));
    case "linkReference":
      return below(node.children, 0);
    case "inlineCode":
      return [{ text: node.value, style: style | styles.code, href }];
    case "break":
      return [{ text: "\n", style, href }];
    case "image":
      return [{ text: node.alt ?? "", style, href: href ?? usableLink(node.url) }];
    case "text":
    case "html":
      return [{ text: node.value, style, href }];
    case "imageReference":
      return [{ text: node.alt ?? "", style, href }];
    default:
      return [{ text: `[${node.label ?? node.identifier}]`, style, href }];
  }
}

/** Notion refuses the whole request over one address it does not like; such a link becomes its text. */
function usableLink(url: string): string | null {
  const usable = /^(?:https?:\/\/|mailto:)/i.test(url) && url.length <= limits.url && URL.canParse(url);
  return usable ? url : null;
}

/** A run as the service takes it (developers.notion.com/reference/rich-text). */
export interface TextRequest {
  readonly type: "text";
  readonly text: { readonly content: string; readonly link?: { readonly url: string } };
  readonly annotations?: Readonly<Partial<Record<Style, true>>>;
}

// ── To and from the service ──────────────────────────────────────────────────────────────────────────────

/** As the service takes them. Runs are short enough already when they come from `blockfuls`. */
export function toRichText(runs: readonly Run[]): TextRequest[] {
  return runs.map((run) => {
    const on = styleNames.filter((name) => (run.style & styles[name]) !== 0);
    return {
      type: "text",
      text: { content: run.text, ...(run.href === null ? {} : { link: { url: run.href } }) },
      ...(on.length === 0 ? {} : { annotations: Object.fromEntries(on.map((name) => [name, true])) }),
    };
  });
}

/** From what was sent or what comes back: the latter has `plain_text`, `href` and every annotation filled in. */
export function fromRichText(richText: unknown): readonly Run[] {
  return joinRuns(
    asList(richText).map((item) => {
      const { plain_text, href, text, annotations } = asRecord(item);
      const on = styleNames.filter((name) => asRecord(annotations)[name] === true);
      return {
        text: asText(plain_text) ?? asText(asRecord(text).content) ?? "",
        style: on.reduce((sum, name) => sum + styles[name], 0),
        href: asText(href) ?? asText(asRecord(asRecord(text).link).url),
      };
    }),
  );
}

/**
 * One value for all rich text that shows the same. The service joins and splits runs as it likes, so they are
 * never compared one by one.
 */
export function canonicalRuns(runs: readonly Run[]): unknown {
  return joinRuns(
    runs.map((run) => ({ ...run, href: run.href === null ? null : canonicalLink(run.href) })),
  ).map(({ text, style, href }) => (href === null ? [text, style] : [text, style, href]));
}

/** Addresses of Notion's own pages change their host and title over time; the id stays. */
function canonicalLink(href: string): string {
  const id =
    /^(?:\/|https:\/\/(?:www\.|app\.)?notion\.(?:so|com)\/)(?:[^?#]*[/-])?([0-9a-f]{32})(?:[?#].*)?$/i.exec(
      href,
    );
  if (id?.[1] !== undefined) return `https://notion.so/${id[1].toLowerCase()}`;
  return URL.canParse(href) ? new URL(href).href : href;
}

function joinRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const text = cleanText(run.text);
    if (text === "") continue;
    const last = joined.at(-1);
    if (last !== undefined && last.style === run.style && last.href === run.href) {
      joined[joined.length - 1] = { ...last, text: last.text + text };
    } else joined.push({ ...run, text });
  }
  return joined;
}

/** The runs cut to what a run may hold, in portions that one block may hold; at least one portion. */
export function blockfuls(runs: readonly Run[]): readonly (readonly Run[])[] {
  const portions: Run[][] = [[]];
  let size = 0;
  for (const run of runs) {
    for (const text of splitText(run.text, limits.run)) {
      const last = portions.at(-1) ?? [];
      if (last.length >= limits.array || size + text.length > limits.block) {
        portions.push([{ ...run, text }]);
        size = text.length;
      } else {
        last.push({ ...run, text });
        size += text.length;
      }
    }
  }
  return portions;
}
