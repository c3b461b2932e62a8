import type { TemplateHelpers } from "../engine.ts";
import { asMarkdown, HelperError, Markdown } from "../markdown-value.ts";
import { escapeMarkdown, titleLength, toLine } from "../text.ts";
import type { Say } from "./say.ts";
import { asFields, asList, asNumber, asText } from "./values.ts";

/** Longest address that every service takes (Notion: 2000, developers.notion.com/reference/request-limits). */
const longestUrl = 2000;
const openable: ReadonlySet<string> = new Set(["http:", "https:", "mailto:"]);

/** `link`, `links`, `linked`, `listed`, `oneOf`, `short`, `sentence`, `details`. */
export function textHelpers(say: Say, language: string): TemplateHelpers {
  const all = new Intl.ListFormat(language, { type: "conjunction" });
  const any = new Intl.ListFormat(language, { type: "disjunction" });
  const untitled = say("untitled").source;
  const link = (item: unknown, helper: string): Markdown => {
    const fields = asFields(item, helper, ["title", "url"]);
    if (fields === null) return new Markdown("");
    const title = withoutFullStop(toLine(asText(fields.title, helper) ?? "", titleLength));
    return linkTo(title, asText(fields.url, helper), untitled);
  };
  return {
    link: ([item]) => link(item, "link"),
    links: ([items]) =>
      new Markdown(all.format(asList(items, "links").map((item) => link(item, "links").source))),
    listed: ([texts]) =>
      new Markdown(all.format(asList(texts, "listed").map((text) => asMarkdown(text).source))),
    oneOf: ([suggestions]) => {
      const titles = asList(suggestions, "oneOf").map((suggestion) => {
        const goal = asFields(suggestion, "oneOf", ["goal"])?.goal;
        return asText(asFields(goal, "oneOf", ["title"])?.title, "oneOf") ?? "";
      });
      return new Markdown(any.format(titles.map((title) => `“${asMarkdown(title).source}”`)));
    },
    linked: ([text, item]) => {
      const line = toLine(asText(text, "linked") ?? "");
      const fields = asFields(item, "linked", ["title", "url"]);
      if (fields === null) return line;
      const title = toLine(asText(fields.title, "linked") ?? "", titleLength);
      const named = quotedTitle(line, title);
      if (named === null) return new Markdown(`${link(item, "linked").source} – ${escapeMarkdown(line)}`);
      const at = line.indexOf(`“${named}”`) + 1;
      const [before, after] = [line.slice(0, at), line.slice(at + named.length)].map(escapeMarkdown);
      const inside = linkTo(named, asText(fields.url, "linked"), untitled);
      return new Markdown(`${before}${inside.source}${after}`);
    },
    short: ([text, limit]) => toLine(asText(text, "short") ?? "", asNumber(limit, "short") ?? titleLength),
    sentence: ([text, limit]) => {
      const line = toLine(asText(text, "sentence") ?? "", asNumber(limit, "sentence") ?? titleLength);
      return line === "" || /[.!?…。！？]["”’»)]?$/u.test(line) ? line : `${line}.`;
    },
    details: ([summary], { body }) => {
      if (body === null)
        throw new HelperError(
          '{{#details …}} folds what stands in it, below a title: {{#details "3 more"}} … {{/details}}.',
        );
      const title = typeof summary === "string" ? toLine(summary, titleLength) : summary;
      return new Markdown(
        `\n<details><summary>${asMarkdown(title).source}</summary>\n\n${body()}\n\n</details>\n\n`,
      );
    },
  };
}

/** The title as the sentence quotes it, whole or cut short with "…"; null when it does not. */
function quotedTitle(line: string, title: string): string | null {
  if (title === "") return null;
  if (line.includes(`“${title}”`)) return title;
  const quotes = [...line.matchAll(/“([^“”]+)…”/gu)].map(([, start = ""]) => start);
  const start = quotes.find((quote) => title.startsWith(quote));
  return start === undefined ? null : `${start}…`;
}

/** Many insights are sentences; in the middle of ours they end without their full stop. */
function withoutFullStop(title: string): string {
  return title.replace(/(?<=[\p{L}\p{N}])\.$/u, "");
}

function linkTo(title: string, url: string | null, untitled: string): Markdown {
  const text = escapeMarkdown(toLine(title, titleLength)) || untitled;
  const address = url === null ? null : safeAddress(url);
  return new Markdown(address === null ? text : `[${text}](<${address}>)`);
}

/** null for what is no address one may open: scripts, files, anything unparsable. */
function safeAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (!openable.has(protocol) || href.length > longestUrl) return null;
  return href
    .replaceAll(/[<>\\|`\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)
    .replaceAll("&", String.raw`\&`);
}
