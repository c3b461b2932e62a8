import type { ListItem, Root, RootContent } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { type Handle, type Options, toMarkdown } from "mdast-util-to-markdown";

import { toPlainDocument, toRichDocument } from "./simplify.ts";

/** Column types that take a report: Markdown as such, or Airtable's rich text. */
export type Dialect = "multilineText" | "richText";

/** The document's parts in the column's dialect, in order: joined by an empty line they are the report. Pure. */
export function printParts(document: Root, dialect: Dialect): readonly string[] {
  const { children } = dialect === "richText" ? toRichDocument(document) : toPlainDocument(document);
  const options = dialect === "richText" ? rich : plain;
  return children.map((node) => print(node, options)).filter((part) => part !== "");
}

function print(node: RootContent, options: Options): string {
  return withoutEntities(toMarkdown({ type: "root", children: [node] }, options)).trimEnd();
}

/** The printer writes some spaces and letters as entities, which a cell would show as they are. */
function withoutEntities(markdown: string): string {
  return markdown.replace(/(?<!\\)&#x([0-9A-F]+);/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

const shared = { bullet: "-", fences: true, rule: "-", listItemIndent: "one", resourceLink: true } as const;

const plain: Options = {
  ...shared,
  emphasis: "_",
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
};

/**
 * Airtable's page of Markdown in rich text: items below items are indented by four spaces, and a check box stands
 * at the start of its line without a bullet.
 */
const listItem: Handle = (node: ListItem, parent, state, info) => {
  const list = parent?.type === "list" ? parent : null;
  const number = (list?.start ?? 1) + (list?.children.indexOf(node) ?? 0);
  const bullet = list?.ordered === true ? `${number}.` : "-";
  const lead = typeof node.checked === "boolean" ? `[${node.checked ? "x" : " "}]` : bullet;
  const tracker = state.createTracker(info);
  tracker.move(`${lead} `);
  const exit = state.enter("listItem");
  const body = state.containerFlow(node, tracker.current());
  exit();
  const [first = "", ...rest] = body.split("\n");
  return [`${lead} ${first}`, ...rest.map((line) => (line === "" ? "" : `    ${line}`))].join("\n");
};

const strikethrough: Handle = (node, _parent, state, info) => {
  const value = state.containerPhrasing(node, { ...info, before: "~", after: "~" });
  return `~~${value}~~`;
};

const rich: Options = {
  ...shared,
  emphasis: "*",
  strong: "*",
  handlers: { listItem, delete: strikethrough },
  unsafe: [{ character: "~", inConstruct: "phrasing" }],
  // Airtable's lists have no empty lines within.
  join: [(_left, _right, parent) => (parent.type === "list" || parent.type === "listItem" ? 0 : undefined)],
};
