import type { Root } from "mdast";

import type { ReportModel } from "../report/model.ts";
import type { Chart } from "./charts/index.ts";
import { parseDocument, textOf, withoutCharts } from "./document.ts";
import { renderTemplate } from "./engine.ts";
import { makeHelpers } from "./helpers/index.ts";
import { readPhrases, type Phrases } from "./phrases.ts";
import { loadMessages, loadTemplates } from "./template-files.ts";
import { printDocument } from "./to-markdown.ts";

export { chartsIn, withoutCharts } from "./document.ts";
export { toHtml } from "./html.ts";
export { toTerminal } from "./term.ts";

export interface RenderOptions {
  /** Name of a built-in template, or path to a `.hbs` file. */
  readonly template: string;
  /** Where built-in templates are kept; the package's own by default. */
  readonly templatesFolder?: string;
}

export interface RenderedReport {
  /** The template's first heading (`# …`); the team's name and period when it has none. A living page keeps the title it was made with. */
  readonly title: string;
  /** The title as a heading, then the document. */
  readonly markdown: string;
  /** Without the title: services show that by themselves. With charts, as nodes of their own. */
  readonly document: Root;
  /** The fixed words it was made with, for whoever shows it. */
  readonly phrases: Phrases;
}

/** The built-in fixed words in this locale's language, else in English. */
export function fixedWords(locale: string): Phrases {
  return readPhrases(loadMessages(), locale);
}

/**
 * Equal models give equal bytes. The template's text is parsed once; what it says and how it is written down
 * therefore never differ.
 * @throws UsageError when the template is missing or wrong, with file, line and what is known there.
 */
export function renderReport(
  model: ReportModel,
  { template, templatesFolder }: RenderOptions,
): RenderedReport {
  const { main, partials, messages } = loadTemplates(template, templatesFolder);
  const phrases = readPhrases(messages, model.locale);
  const charts: Chart[] = [];
  const helpers = makeHelpers({ phrases, timezone: model.timezone, charts });
  const { children } = parseDocument(renderTemplate(main, partials, model, helpers), charts);
  const [first, ...others] = children;
  const heading = first?.type === "heading" && first.depth === 1 ? first : null;
  const title = (heading && textOf(heading)) || `${model.name}, ${model.period.label}`;
  const document: Root = { type: "root", children: heading ? others : children };
  const headed: Root = {
    type: "root",
    children: [
      { type: "heading", depth: 1, children: [{ type: "text", value: title }] },
      ...document.children,
    ],
  };
  return { title, markdown: printDocument(withoutCharts(headed)), document, phrases };
}
