import type { Root } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown, type Handle } from "mdast-util-to-markdown";

import { textOf, type Details } from "./document.ts";

/**
 * The document as Markdown, in one fixed style: equal documents give equal bytes, and parsing the text gives the
 * document back.
 */
export function printDocument(document: Root): string {
  return toMarkdown(document, {
    bullet: "-",
    emphasis: "_",
    fences: true,
    rule: "-",
    listItemIndent: "one",
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), { handlers: { details: printDetails } }],
  });
}

const printDetails: Handle = (node: Details, _parent, state) => {
  // A list inside does not follow the list before the fold, so it needs no other bullet.
  state.bulletLastUsed = undefined;
  const summary = encodeEntities(node.summary.map(textOf).join(""));
  const body = state.containerFlow(node, { ...fixed });
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
};

/** Positions only matter for wrapping and indentation, which folds have none of. */
const fixed = { now: { line: 1, column: 1 }, lineShift: 0 };

/** Readers of HTML and readers of Markdown agree on numeric entities, so a summary means the same to both. */
function encodeEntities(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
