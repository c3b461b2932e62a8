import { createBlocks, sentChildren, type SentBlock } from "../blocks/create.ts";
import { invalid } from "../errors.ts";
import { createPage } from "../create.ts";
import { anyWriter } from "../properties/write.ts";
import type { Json, Node, PageRecord, RichText } from "../records.ts";
import { childIds, liveChildren, setTrash, touch } from "../store.ts";
import { titleOf } from "../titles.ts";
import type { View } from "../view.ts";
import type { Dialect } from "./dialect.ts";
import { REFERENCE, SUBPAGE } from "./parse.ts";

export interface Replacement {
  readonly by: string;
  readonly dialect: Dialect;
  /** Child pages and databases may go to the trash. */
  readonly allowDeleting: boolean;
  /** Blocks whose text did not change stay the blocks they are. */
  readonly keepEqual: boolean;
}

/**
 * Makes a page's content say what a text says.
 * @returns what the dialect has to say of the text
 * @throws NotionError when child pages or databases would go and that is not allowed.
 */
export function replaceContent(
  view: View,
  page: PageRecord,
  markdown: string,
  options: Replacement,
): readonly string[] {
  const { store } = view;
  const { blocks, warnings } = options.dialect.parse(view, markdown);
  const kept = new Set(referencesIn(blocks));
  const documents = documentsIn(view, page);
  const lost = documents.filter(({ id }) => !kept.has(id));
  if (lost.length > 0 && !options.allowDeleting) {
    const names = lost.map((node) => `"${titleOf(node)}" (${node.id})`).join(", ");
    throw invalid(
      `This would delete child pages or databases: ${names}. Set allow_deleting_content to true to allow it.`,
    );
  }

  const old = liveChildren(store, page);
  const wanted = blocks.flatMap((block) => {
    if (block["type"] === REFERENCE) return old.filter(({ id }) => id === referenceId(block));
    if (block["type"] === SUBPAGE) return [newSubpage(view, page, block, options.by)];
    return createBlocks(store, { parent: page, blocks: [withoutReferences(block)], by: options.by });
  });
  const ordered = options.keepEqual ? reuse(view, options.dialect, old, wanted) : wanted;
  // A child page that stands inside a block goes to the end of the page, where it is safe.
  const nested = documents.filter(({ id, parent }) => parent !== page.id && kept.has(id));
  for (const node of nested) detach(view, node, page);
  const made = blocks.flatMap(sentChildren).flatMap(subpagesIn);
  nested.push(...made.map((block) => newSubpage(view, page, block, options.by)));

  const staying = new Set([...ordered, ...nested].map(({ id }) => id));
  for (const node of old) if (!staying.has(node.id)) setTrash(store, node, true, options.by);
  page.children = [...staying, ...page.children.filter((id) => !staying.has(id))];
  touch(store, page, options.by);
  return warnings;
}

function newSubpage(view: View, page: PageRecord, block: SentBlock, by: string): PageRecord {
  const { title } = block[SUBPAGE] as { title: RichText[] };
  return createPage(view.store, anyWriter(view.store), {
    parent: page.id,
    values: { title: { title } },
    blocks: [],
    by,
    at: view.store.clock.now(),
  });
}

/** Puts present blocks in the place of new ones with the same text; the new ones are gone as if never made. */
function reuse(view: View, dialect: Dialect, old: readonly Node[], wanted: readonly Node[]): Node[] {
  const pairs = commonSubsequence(
    old.map((node) => dialect.renderNode(view, node)),
    wanted.map((node) => dialect.renderNode(view, node)),
  );
  return wanted.map((node, index) => {
    const present = old[pairs.get(index) ?? -1];
    if (present === undefined || present === node) return node;
    erase(view, node);
    return present;
  });
}

/** The longest common subsequence: index in `b` → index in `a`. */
function commonSubsequence(a: readonly string[], b: readonly string[]): Map<number, number> {
  const lengths: number[][] = Array.from({ length: a.length + 1 }, () =>
    Array.from({ length: b.length + 1 }, () => 0),
  );
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      const longest =
        a[row] === b[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
      (lengths[row] as number[])[column] = longest;
    }
  }
  const pairs = new Map<number, number>();
  for (let row = 0, column = 0; row < a.length && column < b.length;) {
    if (a[row] === b[column]) pairs.set(column++, row++);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

function erase(view: View, node: Node): void {
  for (const id of childIds(node)) {
    const child = view.store.nodes.get(id);
    if (child !== undefined) erase(view, child);
  }
  view.store.nodes.delete(node.id);
  const parent = view.store.nodes.get(String(node.parent));
  if (parent?.kind === "page") parent.children = parent.children.filter((id) => id !== node.id);
}

function detach(view: View, node: Node, page: PageRecord): void {
  const parent = view.store.nodes.get(String(node.parent));
  if (parent?.kind === "block") parent.children = parent.children.filter((id) => id !== node.id);
  node.parent = page.id;
}

function referenceId(block: SentBlock): string {
  return String((block[REFERENCE] as Json)["id"]);
}

function referencesIn(blocks: readonly SentBlock[]): string[] {
  return blocks.flatMap((block) =>
    block["type"] === REFERENCE ? [referenceId(block)] : referencesIn(sentChildren(block)),
  );
}

/** New child pages in a block, at any depth. */
function subpagesIn(block: SentBlock): SentBlock[] {
  return block["type"] === SUBPAGE ? [block] : sentChildren(block).flatMap(subpagesIn);
}

/** Child pages and databases below a page, at any depth of its blocks. */
function documentsIn(view: View, node: Node): Node[] {
  return liveChildren(view.store, node).flatMap((child) =>
    child.kind === "block" ? documentsIn(view, child) : [child],
  );
}

function withoutReferences(block: SentBlock): SentBlock {
  const type = String(block["type"]);
  const children = sentChildren(block)
    .filter((child) => child["type"] !== REFERENCE && child["type"] !== SUBPAGE)
    .map(withoutReferences);
  const { children: _children, ...content } = block[type] as Json;
  return { type, [type]: children.length === 0 ? content : { ...content, children } };
}
