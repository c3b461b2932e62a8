import type { WebSpan, WebText } from "../../web/index.ts";
import type { RichText } from "../records.ts";

/** Rich text as the web view shows it. */
export function toWebText(runs: unknown): WebText {
  return ((runs ?? []) as readonly RichText[]).map(({ plain_text, annotations, href }): WebSpan => {
    const { bold, italic, strikethrough: strike, code } = annotations;
    return { text: plain_text, bold, italic, strike, code, ...(href === null ? {} : { href }) };
  });
}
