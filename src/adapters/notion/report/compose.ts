import type { ListItem, PhrasingContent, Root, RootContent, Table, TableRow } from "mdast";

import { type Language, languageOf } from "../../../lib/languages.ts";
import { asList, asRecord } from "../../../lib/loose.ts";
import { splitText } from "../../../lib/text.ts";
import type { Picture, Piece, ReportDraft } from "../../types.ts";
import { limits } from "../limits.ts";
import { codeLanguage } from "./languages.ts";
import { picturePiece } from "./pictures.ts";
import { makePiece } from "./pieces.ts";
import { blockfuls, type Run, runsOf, type TextRequest, toRichText } from "./rich-text.ts";

/** A request may nest two levels below its blocks; what lies deeper is set beside its parent instead. */
const deepest = 2;

/** The document in Notion's blocks, within the limits of every single block. Pure. */
export function composeDocument(document: Root): readonly Piece[] {
  return document.children.flatMap((node) => toPieces(node, 0));
}

/** The last line of a report page. People can read it, and the job finds the page by it after somebody renamed it. */
export function markerPiece({ key, locale }: Pick<ReportDraft, "key" | "locale">): Piece {
  const text = `${markerLeads[languageOf(locale)]}${key}`;
  const [line = []] = blockfuls([{ text, style: 0, href: null }]);
  return makePiece({ type: "paragraph", paragraph: { rich_text: toRichText(line), color: "gray" } });
}

const markerLeads: Readonly<Record<Language, string>> = { en: "Report key: ", es: "Clave del informe: " };

/** The key in a marker's text, whichever language it was written in; null when it is another line. */
export function markerKey(text: string): string | null {
  const lead = Object.values(markerLeads).find((one) => text.startsWith(one));
  return lead === undefined ? null : text.slice(lead.length);
}

function toPieces(node: RootContent, level: number): readonly Piece[] {
  const summary = detailsSummary(node);
  if (summary !== null) return textBlock("toggle", runsOf(summary), level, childrenOf(node));
  const picture = pictureOf(node);
  if (picture !== null) return [picturePiece(picture)];
  switch (node.type) {
    case "heading":
      return textBlock(`heading_${Math.min(node.depth, 3)}`, runsOf(node.children), level);
    case "paragraph": {
      const runs = runsOf(node.children);
      return runs.length === 0 ? [] : textBlock("paragraph", runs, level);
    }
    case "list":
      return node.children.flatMap((item) => listItem(item, node.ordered === true, level));
    case "blockquote": {
      const { runs, rest } = leadingText(node.children);
      return textBlock("quote", runs, level, rest);
    }
    case "code":
      return codeBlocks(node.value, node.lang ?? null);
    case "table":
      return table(node, level);
    case "thematicBreak":
      return [makePiece({ type: "divider", divider: {} })];
    case "html":
      return textBlock("paragraph", [{ text: node.value, style: 0, href: null }], level);
    case "footnoteDefinition":
      return node.children.flatMap((child) => toPieces(child, level));
    default:
      return [];
  }
}

/** A chart, as the report's documents have it: a node of type "chart" that holds a picture. */
function pictureOf(node: unknown): Picture | null {
  const { type, chart } = asRecord(node);
  return type === "chart" ? (chart as Picture) : null;
}

/** A folded part, as the report's documents have it: a node of type "details" with a `summary`. */
function detailsSummary(node: unknown): readonly PhrasingContent[] | null {
  const { type, summary } = asRecord(node);
  return type === "details" && Array.isArray(summary) ? (summary as readonly PhrasingContent[]) : null;
}

function childrenOf(node: unknown): readonly RootContent[] {
  return asList(asRecord(node).children) as readonly RootContent[];
}

function listItem(item: ListItem, ordered: boolean, level: number): readonly Piece[] {
  const { runs, rest } = leadingText(item.children);
  if (typeof item.checked === "boolean") {
    return textBlock("to_do", runs, level, rest, { checked: item.checked });
  }
  return textBlock(ordered ? "numbered_list_item" : "bulleted_list_item", runs, level, rest);
}

/** Items and quotes have a text of their own, then blocks below it. */
function leadingText(children: readonly RootContent[]): {
  readonly runs: readonly Run[];
  readonly rest: readonly RootContent[];
} {
  const [first, ...rest] = children;
  return first?.type === "paragraph" ? { runs: runsOf(first.children), rest } : { runs: [], rest: children };
}

/** A block with text and what is below it. Text that is too long for one block goes on in paragraphs. */
function textBlock(
  type: string,
  runs: readonly Run[],
  level: number,
  below: readonly RootContent[] = [],
  more: Readonly<Record<string, unknown>> = {},
): readonly Piece[] {
  const [first = [], ...overflow] = blockfuls(runs);
  const deeper = level < deepest;
  const children = below.flatMap((node) => toPieces(node, deeper ? level + 1 : level));
  const block = makePiece(
    { type, [type]: { rich_text: toRichText(first), ...more } },
    deeper ? children : [],
  );
  const rest = overflow.map((portion) =>
    makePiece({ type: "paragraph", paragraph: { rich_text: toRichText(portion) } }),
  );
  return [block, ...rest, ...(deeper ? [] : children)];
}

function codeBlocks(value: string, lang: string | null): readonly Piece[] {
  return blockfuls([{ text: value, style: 0, href: null }]).map((portion) =>
    makePiece({ type: "code", code: { rich_text: toRichText(portion), language: codeLanguage(lang) } }),
  );
}

/** A table needs a level for its rows; below that, and beyond 100 columns, each row becomes a line. */
function table(node: Table, level: number): readonly Piece[] {
  const width = Math.max(0, ...node.children.map((row) => row.children.length));
  if (width === 0) return [];
  if (level >= deepest || width > limits.array) return node.children.flatMap((row) => rowAsLine(row, level));
  const rows = node.children.map((row) => {
    const cells = Array.from({ length: width }, (_, index) => runsOf(row.children[index]?.children ?? []));
    return makePiece({ type: "table_row", table_row: { cells: rowText(cells) } });
  });
  const shape = { table_width: width, has_column_header: true, has_row_header: false };
  return [makePiece({ type: "table", table: shape }, rows)];
}

/** A row cannot go on in another block: what makes it too large loses its styles, then its end. */
function rowText(cells: readonly (readonly Run[])[]): readonly (readonly TextRequest[])[] {
  const room = Math.floor(limits.block / cells.length);
  const styled = cells.map((runs) => cellText(runs, room));
  if (Buffer.byteLength(JSON.stringify(styled)) <= limits.bytes) return styled;
  return cells.map((runs) => cellText(withoutStyles(runs), room));
}

function cellText(runs: readonly Run[], room: number): readonly TextRequest[] {
  const length = runs.reduce((sum, run) => sum + run.text.length, 0);
  const [fitting = [], ...overflow] = blockfuls(runs);
  if (overflow.length === 0 && length <= room) return toRichText(fitting);
  const [text = ""] = splitText(withoutStyles(runs)[0]?.text ?? "", room - 1);
  const [plain = []] = blockfuls([{ text: text.length < length ? `${text}…` : text, style: 0, href: null }]);
  return toRichText(plain);
}

function withoutStyles(runs: readonly Run[]): readonly Run[] {
  return [{ text: runs.map((run) => run.text).join(""), style: 0, href: null }];
}

function rowAsLine(row: TableRow, level: number): readonly Piece[] {
  const parts = row.children.flatMap((cell, index) => [
    ...(index === 0 ? [] : [{ text: " | ", style: 0, href: null }]),
    ...runsOf(cell.children),
  ]);
  return textBlock("paragraph", parts, level);
}
