import { closest } from "fastest-levenshtein";
import type Handlebars from "handlebars";

import { TemplateFault } from "./template-errors.ts";
import type { TemplateSource } from "./template-files.ts";
import { unmatchedTag } from "./unmatched-tag.ts";

export interface KnownWords {
  readonly helpers: readonly string[];
  readonly partials: readonly string[];
  /** Helper that settles what a value looks like on the page. */
  readonly outlet: string;
}

type Node = hbs.AST.Node;

/**
 * Parses a template and makes it safe to run:
 * - every `{{value}}`, `{{{value}}}` and `{{helper …}}` is routed through the outlet, so nothing is shown raw;
 * - every field must exist, also as a helper's value (`strict` alone lets `{{#if typo}}` pass);
 * - unknown helpers and partials, and the parts of Handlebars that could run values as templates, are refused.
 * @throws TemplateFault with the line.
 */
export function prepareTemplate(
  handlebars: typeof Handlebars,
  source: TemplateSource,
  known: KnownWords,
): hbs.AST.Program {
  const program = parse(handlebars, source);
  visitProgram(program, known);
  return program;
}

function parse(handlebars: typeof Handlebars, { text, file }: TemplateSource): hbs.AST.Program {
  try {
    return handlebars.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = /line (\d+)/.exec(message)?.[1] ?? / - (\d+):\d+$/.exec(message)?.[1];
    const fault = unmatchedTag(text);
    throw new TemplateFault(
      `This template cannot be read: ${fault?.message ?? "a {{…}} is open or wrong"}.`,
      {
        file,
        line: fault?.line ?? (line === undefined ? null : Number(line)),
        help: message.split("\n").slice(1, 2),
      },
    );
  }
}

function visitProgram(program: hbs.AST.Program, known: KnownWords): void {
  refuseBlockParameters(program);
  program.body = program.body.map((statement) => visitStatement(statement, known));
}

function visitStatement(statement: hbs.AST.Statement, known: KnownWords): hbs.AST.Statement {
  switch (statement.type) {
    case "ContentStatement":
    case "CommentStatement":
      return statement;
    case "MustacheStatement":
      return throughOutlet(statement as hbs.AST.MustacheStatement, known);
    case "BlockStatement":
      return visitBlock(statement as hbs.AST.BlockStatement, known);
    case "PartialStatement":
      return visitPartial(statement as hbs.AST.PartialStatement, known);
    default:
      throw faultAt(statement, "This kind of tag is not used here; a part of its own goes into partials/.");
  }
}

/** `{{goal.title}}` becomes `{{out goal.title}}`, `{{day due}}` becomes `{{out (day due)}}`. */
function throughOutlet(mustache: hbs.AST.MustacheStatement, known: KnownWords): hbs.AST.MustacheStatement {
  const name = pathName(mustache.path);
  const isCall = mustache.params.length > 0 || mustache.hash !== undefined || known.helpers.includes(name);
  const value = isCall ? asCall(mustache, known) : mustache.path;
  visitExpression(value, known);
  return { ...mustache, path: outletPath(mustache, known.outlet), params: [value], hash: noHash };
}

/** The type says it is always there; the parser leaves it out. */
const noHash = undefined as unknown as hbs.AST.Hash;

function asCall(mustache: hbs.AST.MustacheStatement, known: KnownWords): hbs.AST.SubExpression {
  checkHelper(mustache, mustache.path, known);
  refuseBlockName(mustache, mustache.path);
  return {
    type: "SubExpression",
    path: mustache.path as hbs.AST.PathExpression,
    params: mustache.params,
    hash: mustache.hash,
    loc: mustache.loc,
  };
}

function outletPath({ loc }: Node, outlet: string): hbs.AST.PathExpression {
  return { type: "PathExpression", data: false, depth: 0, parts: [outlet], original: outlet, loc };
}

function visitBlock(block: hbs.AST.BlockStatement, known: KnownWords): hbs.AST.BlockStatement {
  checkHelper(block, block.path, known);
  const name = pathName(block.path);
  if (blocks.includes(name) && block.params.length !== 1) {
    throw faultAt(
      block,
      `{{#${name} …}} takes one thing, and here are ${block.params.length}: {{#${name} goals}}.`,
      ['Several questions in one: {{#if (and due (eq pace "behind"))}}.'],
    );
  }
  visitParameters(block, known);
  visitProgram(block.program, known);
  // `{{#if}}` without `{{else}}` has no inverse, whatever the type says.
  const inverse = block.inverse as hbs.AST.Program | undefined;
  if (inverse) visitProgram(inverse, known);
  return block;
}

function visitPartial(partial: hbs.AST.PartialStatement, known: KnownWords): hbs.AST.PartialStatement {
  const name = partial.name.type === "PathExpression" ? pathName(partial.name) : null;
  if (name === null) throw faultAt(partial, "A part is included by its name: {{> goals}}.");
  if (!known.partials.includes(name)) {
    throw faultAt(partial, `There is no part named “${name}” in partials/.`, suggest(name, known.partials));
  }
  if (partial.params.length > 1) {
    throw faultAt(
      partial,
      `A part takes one thing to be about, and values by name: {{> ${name} goal shown=3}}.`,
    );
  }
  visitParameters(partial, known);
  return partial;
}

function visitParameters(
  node: { readonly params: hbs.AST.Expression[]; readonly hash: hbs.AST.Hash | undefined },
  known: KnownWords,
): void {
  for (const parameter of node.params) visitExpression(parameter, known);
  for (const pair of node.hash?.pairs ?? []) visitExpression(pair.value, known);
}

function visitExpression(expression: hbs.AST.Expression, known: KnownWords): void {
  if (expression.type === "PathExpression") {
    // Read by the compiler, missing from the types: the last part of a path must exist, too.
    (expression as hbs.AST.PathExpression & { strict?: boolean }).strict = true;
  } else if (expression.type === "SubExpression") {
    const call = expression as hbs.AST.SubExpression;
    checkHelper(call, call.path, known);
    refuseBlockName(call, call.path);
    visitParameters(call, known);
  }
}

function checkHelper(at: Node, path: hbs.AST.Expression, known: KnownWords): void {
  const name = pathName(path);
  if (known.helpers.includes(name)) return;
  throw faultAt(at, `There is no helper named “${name}”.`, suggest(name, known.helpers));
}

/** Handlebars' own, which stand around a part of the page. */
export const blocks: readonly string[] = ["if", "unless", "each", "with"];

function refuseBlockName(at: Node, path: hbs.AST.Expression): void {
  const name = pathName(path);
  if (blocks.includes(name))
    throw faultAt(at, `“${name}” stands around something: {{#${name} …}} … {{/${name}}}.`);
}

function refuseBlockParameters(program: hbs.AST.Program): void {
  // Left out by the parser where there are none.
  const names = program.blockParams as string[] | undefined;
  if (names && names.length > 0) {
    throw faultAt(program, "“as |…|” is not used here: inside {{#each}}, fields stand by their own name.");
  }
}

function pathName(path: hbs.AST.Expression): string {
  return (path as hbs.AST.PathExpression).original;
}

function suggest(name: string, known: readonly string[]): readonly string[] {
  const sorted = known.toSorted();
  return sorted.length === 0
    ? []
    : [`Did you mean “${closest(name, sorted)}”?`, `Known here: ${sorted.join(", ")}.`];
}

function faultAt(node: Node, message: string, help: readonly string[] = []): TemplateFault {
  return new TemplateFault(message, { file: null, line: node.loc.start.line, help });
}
