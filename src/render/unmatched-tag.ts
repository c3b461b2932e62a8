const tag = /\{\{~?!--[^]*?--~?\}\}|\{\{~?!.*?\}\}|\{\{~?(?<sign>[#/])\s*(?<name>[\w.-]+)/gu;

/**
 * The first block whose end has another name, or that has no end, or an end without its beginning: the parser says
 * that there is one, and not where both of its ends are. null when all match.
 */
export function unmatchedTag(text: string): { readonly message: string; readonly line: number } | null {
  const open: { readonly name: string; readonly line: number }[] = [];
  for (const { groups, index } of text.matchAll(tag)) {
    const { sign, name = "" } = groups ?? {};
    if (sign === undefined) continue;
    const line = text.slice(0, index).split("\n").length;
    if (sign === "#") {
      open.push({ name, line });
      continue;
    }
    const last = open.pop();
    if (last === undefined) return { message: `{{/${name}}} ends what nothing began`, line };
    if (last.name !== name)
      return { message: `{{#${last.name} …}} of line ${last.line} is ended by {{/${name}}}`, line };
  }
  const last = open.at(-1);
  return last === undefined
    ? null
    : { message: `{{#${last.name} …}} has no {{/${last.name}}}`, line: last.line };
}
