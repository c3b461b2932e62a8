import { failedValidation, invalid } from "./errors.ts";
import type { Json } from "./records.ts";
import { countBlocks, sentChildren, sentType, type SentBlock } from "./blocks/create.ts";

// Numbers: https://developers.notion.com/reference/request-limits
const MAX_BYTES = 500 * 1024;
const MAX_BLOCKS = 1000;
const MAX_ELEMENTS = 100;
const MAX_TEXT = 2000;
const MAX_EXPRESSION = 1000;
const MAX_URL = 2000;
const MAX_CONTACT = 200;
/** Levels of blocks below the appended ones. */
const MAX_DEPTH = 2;

/** Refuses a body that is larger than the service takes, by bytes. */
export function checkSize(bytes: number): void {
  if (bytes > MAX_BYTES) {
    throw invalid(
      `body failed validation: body.length should be ≤ \`${MAX_BYTES}\`, instead was \`${bytes}\`.`,
    );
  }
}

/** Checks every size inside a body whose shape is already known to be right. */
export function checkLimits(body: unknown): void {
  walk(body, "body");
  const { children } = (body ?? {}) as { children?: readonly SentBlock[] };
  if (children === undefined) return;
  const blocks = countBlocks(children);
  if (blocks > MAX_BLOCKS) {
    throw invalid(
      `body failed validation: body.children should contain ≤ \`${MAX_BLOCKS}\` blocks, instead was \`${blocks}\`.`,
    );
  }
  checkDepth(children, "body.children", 0);
}

function checkDepth(blocks: readonly SentBlock[], path: string, depth: number): void {
  for (const [index, block] of blocks.entries()) {
    const children = sentChildren(block);
    if (children.length === 0) continue;
    const below = `${path}[${index}].${sentType(block)}.children`;
    if (depth >= MAX_DEPTH) throw failedValidation(below, "not present", children);
    checkDepth(children, below, depth + 1);
  }
}

function walk(value: unknown, path: string): void {
  if (Array.isArray(value)) {
    if (isLimitedArray(path)) atMost(`${path}.length`, value.length, MAX_ELEMENTS);
    for (const [index, inner] of value.entries()) walk(inner, `${path}[${index}]`);
    return;
  }
  if (value === null || typeof value !== "object") return;
  for (const [key, inner] of Object.entries(value as Json)) {
    const below = `${path}.${key}`;
    if (typeof inner === "string") checkString(key, inner, below);
    else walk(inner, below);
  }
}

/** Every array of a body is limited but those of the Markdown calls and of sort orders, which have rules of their own. */
function isLimitedArray(path: string): boolean {
  return !/\.(content_updates|sorts|cells)$/.test(path);
}

function checkString(key: string, text: string, path: string): void {
  if (key === "content" && path.endsWith(".text.content")) atMost(`${path}.length`, text.length, MAX_TEXT);
  if (key === "expression" && path.endsWith("equation.expression")) {
    atMost(`${path}.length`, text.length, MAX_EXPRESSION);
  }
  if (key === "url") atMost(`${path}.length`, text.length, MAX_URL);
  if (key === "email" || key === "phone_number") atMost(`${path}.length`, text.length, MAX_CONTACT);
}

function atMost(path: string, length: number, limit: number): void {
  if (length > limit) throw failedValidation(path, `≤ \`${limit}\``, length);
}
