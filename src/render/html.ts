import { createHash } from "node:crypto";

import type { Element, ElementContent, Root as HtmlRoot } from "hast";
import { toHtml as printHtml } from "hast-util-to-html";
import type { Root } from "mdast";
import { toHast } from "mdast-util-to-hast";

import { element } from "./element.ts";
import { htmlHandlers } from "./html-nodes.ts";
import { pageStyle } from "./html-style.ts";

export interface HtmlOptions {
  /** The page's title and its one `<h1>`. */
  readonly title: string;
  /** BCP 47 tag of the language the report is written in. */
  readonly language: string;
}

/**
 * The document as one file that needs nothing else: no script, no image, no font, no request. Whatever the document
 * says stays text. Equal documents give equal bytes.
 */
export function toHtml(document: Root, { title, language }: HtmlOptions): string {
  const heading = element("h1", {}, [text(title)]);
  const body = bodyOf(document, title);
  const main = element("main", {}, [
    ...onLines([heading]),
    ...body,
    ...(body.length > 0 ? [text("\n")] : []),
  ]);
  const page: HtmlRoot = {
    type: "root",
    children: [
      { type: "doctype" },
      text("\n"),
      element(
        "html",
        { lang: language, dir: "auto" },
        onLines([headOf(title), element("body", {}, onLines([main]))]),
      ),
      text("\n"),
    ],
  };
  return printHtml(page);
}

function bodyOf(document: Root, title: string): readonly ElementContent[] {
  const tree = toHast(document, { handlers: htmlHandlers(title) });
  return tree.type === "root" ? tree.children.filter((child) => child.type !== "doctype") : [];
}

function headOf(title: string): Element {
  const meta = (name: string, content: string): Element => element("meta", { name, content }, []);
  return element(
    "head",
    {},
    onLines([
      element("meta", { charSet: "utf-8" }, []),
      element("meta", { httpEquiv: ["Content-Security-Policy"], content: policy() }, []),
      meta("viewport", "width=device-width, initial-scale=1"),
      meta("color-scheme", "light dark"),
      meta("referrer", "no-referrer"),
      element("title", {}, [text(title)]),
      element("style", {}, [text(pageStyle)]),
    ]),
  );
}

/** Should hostile text ever get past the rest, the browser still runs and loads nothing but this page's own style. */
function policy(): string {
  const styleHash = createHash("sha256").update(pageStyle).digest("base64");
  return `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
}

function onLines(children: readonly ElementContent[]): readonly ElementContent[] {
  return [text("\n"), ...children.flatMap((child) => [child, text("\n")])];
}

function text(value: string): { readonly type: "text"; value: string } {
  return { type: "text", value };
}
