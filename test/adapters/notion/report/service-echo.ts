import { asList, asRecord, asText, type LooseRecord } from "../../../../src/lib/loose.ts";

/**
 * What the service makes of blocks it was sent, as far as it can differ from them: neighbouring runs of one style
 * become one, annotations and plain text are filled in, children are left out.
 */
export function echoBlock(sent: unknown): LooseRecord {
  const block = asRecord(sent);
  const type = asText(block.type) ?? "";
  const { children: _children, rich_text, cells, ...rest } = asRecord(block[type]);
  return {
    object: "block",
    type,
    [type]: {
      ...rest,
      ...(rich_text === undefined ? {} : { rich_text: echoText(rich_text) }),
      ...(cells === undefined ? {} : { cells: asList(cells).map(echoText) }),
    },
  };
}

function echoText(richText: unknown): readonly unknown[] {
  const merged: { content: string; url: string | null; annotations: LooseRecord }[] = [];
  for (const item of asList(richText)) {
    const { text, annotations } = asRecord(item);
    const content = asText(asRecord(text).content) ?? "";
    const url = asText(asRecord(asRecord(text).link).url);
    const all = {
      bold: false,
      italic: false,
      strikethrough: false,
      underline: false,
      code: false,
      color: "default",
      ...asRecord(annotations),
    };
    const last = merged.at(-1);
    if (last !== undefined && last.url === url && JSON.stringify(last.annotations) === JSON.stringify(all)) {
      last.content += content;
    } else merged.push({ content, url, annotations: all });
  }
  return merged.map(({ content, url, annotations }) => ({
    type: "text",
    text: { content, link: url === null ? null : { url } },
    annotations,
    plain_text: content,
    href: url,
  }));
}
