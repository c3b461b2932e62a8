import type { Document, YAMLError } from "yaml";
import { isAlias, isCollection, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";

import type { Path } from "./problem.ts";

/** A problem with the YAML itself, before any key is looked at. */
interface SyntaxProblem {
  readonly offset: number;
  readonly text: string;
}

/** The file's text as data, with the way back from every key and value to its place in the text. */
export interface ConfigDocument {
  /** null when `broken`. */
  readonly value: Readonly<Record<string, unknown>> | null;
  /** In file order. */
  readonly problems: readonly SyntaxProblem[];
  /** Where the key or value stands, or the nearest thing above it that is there. */
  offsetOf(path: Path, at: "key" | "value"): number;
  /** Both count from 1. */
  position(offset: number): { readonly line: number; readonly column: number };
}

/** Reads YAML without throwing: what is wrong is in `problems`. */
export function readDocument(text: string): ConfigDocument {
  const lines = new LineCounter();
  const position = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const broken = (problems: readonly SyntaxProblem[]): ConfigDocument => ({
    value: null,
    problems,
    offsetOf: () => 0,
    position,
  });

  let document: Document;
  let value: unknown;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const fatal = document.errors.filter((error) => error.code !== "DUPLICATE_KEY");
    if (fatal.length > 0) return broken(fatal.map((error) => explainSyntax(error, text)));
    const dangling = danglingAliases(document);
    if (dangling.length > 0) return broken(dangling);
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    return broken([
      { offset: 0, text: "the file is nested too deeply, or repeats itself by too many aliases" },
    ]);
  }

  if (document.contents === null || value === null) return broken([{ offset: 0, text: "the file is empty" }]);
  if (!isMap(document.contents)) {
    const found = Array.isArray(value) ? "a list" : "plain text";
    return broken([
      { offset: 0, text: `found ${found}; expected keys such as name:, connections: and tables:` },
    ]);
  }
  return {
    value: value as Record<string, unknown>,
    problems: [...document.errors, ...document.warnings].map((error) => explainSyntax(error, text)),
    offsetOf: (path, at) => offsetOf(document, path, at),
    position,
  };
}

function offsetOf(document: Document, path: Path, at: "key" | "value"): number {
  let node: unknown = document.contents;
  let offset = isCollection(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [index, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return offset;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      if (at === "key" && index === path.length - 1) return offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (node === undefined) return offset;
      offset = (isScalar(node) || isCollection(node)) && node.range ? node.range[0] : offset;
    } else return offset;
  }
  // A group of keys is pointed at by its own key: its first entry is seldom what is wrong.
  return isScalar(node) && node.value !== null && node.range ? node.range[0] : offset;
}

/** Aliases of nothing. The parser lets them pass, and only making data of them would fail, without a place. */
function danglingAliases(document: Document): readonly SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return;
      problems.push({
        offset: alias.range?.[0] ?? 0,
        text: `*${alias.source} is taken for an alias, but nothing is called &${alias.source}; put it in quotes if it is plain text`,
      });
    },
  });
  return problems;
}

function explainSyntax(error: YAMLError, text: string): SyntaxProblem {
  const [start] = error.pos;
  return { offset: start, text: syntaxText(error, text.slice(start)) };
}

function syntaxText(error: YAMLError, source: string): string {
  switch (error.code) {
    case "DUPLICATE_KEY":
      return `the key "${/^[^\s:]*/.exec(source)?.[0] ?? ""}" stands here a second time; keep one of them`;
    case "TAB_AS_INDENT":
      return "a tab is used to indent; use spaces";
    case "BAD_INDENT":
      return "the indentation does not fit the lines above, or a bracket is not closed";
    case "MULTIPLE_DOCS":
      return "a second document starts here (---); the config is one document";
    case "BAD_SCALAR_START":
      return "a value cannot start with this character; put it in quotes";
    case "MISSING_CHAR":
      return "a closing quote or bracket, or a colon after a key, is missing";
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return "a colon stands where a value should be, or a line is indented wrongly; put text with a colon in quotes";
    case "TAG_RESOLVE_FAILED":
      return "tags (!name) mean nothing here; put it in quotes if it is plain text";
    default:
      return `this is not valid YAML: ${error.message.split("\n")[0]?.replace(/:$/, "") ?? error.code}`;
  }
}
