import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** A tree and the text it was read from; what CommonMark would misread is taken out of the text beforehand. */
export interface Tree {
  readonly children: readonly Nodes[];
  readonly source: string;
  /** Formulas and tags that stand for a thing among words, as they were written. */
  readonly atoms: readonly string[];
}

/** Takes the place of atom number n in a text: the number between two characters of the private use area. */
const ATOM = /\uE000(\d+)\uE001/;

/**
 * Escapes and code, which are passed over, and atoms: formulas, whose dollars touch the words, and dates and line
 * breaks, which at the beginning of a line would be blocks.
 */
const CODE_OR_ATOM =
  /\\[\s\S]|(`+)(?:[^`]|(?!\1)`)*\1|(\$[^\s$](?:[^$\n]*[^\s$\\])?\$(?!\d)|<(?:date|br)(?:\s[^<>]*)?\/?>)/g;

/** The dialect is CommonMark with tables, task lists and strikethrough; addresses do not become links by themselves. */
const EXTENSIONS = {
  extensions: [
    gfm(),
    // Code always has a fence.
    { disable: { null: ["codeIndented"] } },
  ],
  // What finds addresses in text does so in a later step; the others have none.
  mdastExtensions: gfmFromMarkdown().filter((extension) => !("transforms" in extension)),
};

/** The tree of a text; atoms are still out of its text nodes, see `partsOf`. */
export function treeOf(text: string): Tree {
  const atoms: string[] = [];
  const source = text.replaceAll(CODE_OR_ATOM, (whole, _ticks, atom: string | undefined) => {
    if (atom === undefined) return whole;
    atoms.push(atom);
    return `\uE000${atoms.length - 1}\uE001`;
  });
  const { children } = fromMarkdown(source, EXTENSIONS);
  const tree: Tree = { children, source, atoms };
  for (const node of children) restore(tree, node);
  return tree;
}

/** Addresses, code and tags hold no atoms: there they are the characters that were written. */
function restore(tree: Tree, node: Nodes): void {
  if (node.type === "code" || node.type === "inlineCode" || node.type === "html")
    node.value = asWritten(tree, node.value);
  if (node.type === "link" || node.type === "image") node.url = asWritten(tree, node.url);
  if (node.type === "image") node.alt = asWritten(tree, node.alt ?? "");
  if ("children" in node) for (const child of node.children) restore(tree, child);
}

/** A node's own text, as it was written. */
export function sourceOf(tree: Tree, { position }: Nodes): string {
  return asWritten(tree, tree.source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0));
}

function asWritten(tree: Tree, text: string): string {
  return partsOf(tree, text)
    .map((part) => part.text)
    .join("");
}

/** A stretch of a text node, as it was written. */
export interface Part {
  readonly kind: "text" | "formula" | "tag";
  readonly text: string;
}

/** The words and the atoms of a text node, in order. */
export function partsOf({ atoms }: Tree, text: string): readonly Part[] {
  // Every second part is the number of an atom.
  return text.split(ATOM).map((part, index): Part => {
    if (index % 2 === 0) return { kind: "text", text: part };
    const atom = atoms[Number(part)];
    // Without an atom the two characters stood in the text already.
    if (atom === undefined) return { kind: "text", text: `\uE000${part}\uE001` };
    return { kind: atom.startsWith("$") ? "formula" : "tag", text: atom };
  });
}
