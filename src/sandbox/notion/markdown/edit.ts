import { invalid } from "../errors.ts";

/** One replacement of `update_content`. */
export interface ContentUpdate {
  readonly old_str: string;
  readonly new_str: string;
  readonly replace_all_matches?: boolean;
}

/** The text after the replacements, made in order. Matching minds case; a text must be there exactly once. */
export function applyUpdates(markdown: string, updates: readonly ContentUpdate[]): string {
  let text = markdown;
  for (const { old_str: before, new_str: after, replace_all_matches: all = false } of updates) {
    if (before === "") throw invalid("old_str must not be empty.");
    const parts = text.split(before);
    if (parts.length === 1) throw invalid(`String not found: ${before}`);
    if (parts.length > 2 && !all) {
      throw invalid(`Multiple matches found for: ${before}. Set replace_all_matches to replace all of them.`);
    }
    text = parts.join(after);
  }
  return text;
}

/** The stretch that "start…end" names, from the first to the last character. */
export function findSelection(
  markdown: string,
  selection: string,
): { readonly start: number; readonly end: number } {
  const [first = "", last = ""] = selection.split(/\.\.\.|…/);
  const start = first === "" ? -1 : markdown.indexOf(first);
  if (start < 0) throw invalid(`String not found: ${first}`);
  const end = last === "" ? start + first.length : markdown.indexOf(last, start + first.length) + last.length;
  if (end < start + first.length) throw invalid(`String not found: ${last}`);
  return { start, end };
}
