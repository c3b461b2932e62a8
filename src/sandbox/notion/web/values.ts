import { plainText, type WebText } from "../../web/index.ts";
import { optionsOf } from "../properties/config.ts";
import type { DataSourceRecord, PageRecord, Property } from "../records.ts";
import { titleOf } from "../titles.ts";
import type { Workspace } from "../workspace/types.ts";
import { hrefOf } from "./href.ts";
import { toWebText } from "./text.ts";

/** One cell as a person sees it: names instead of ids. */
export function toWebValue(workspace: Workspace, page: PageRecord, property: Property): WebText {
  const kept = page.values[property.id];
  switch (property.type) {
    case "title":
    case "rich_text":
      return toWebText(kept);
    case "select":
    case "status":
    case "multi_select":
      return plainText(optionNames(property, kept).join(", "));
    case "people":
      return plainText(
        ids(kept)
          .map((id) => workspace.user(id)?.name ?? "Somebody")
          .join(", "),
      );
    case "relation":
      return commaBetween(
        ids(kept).map((id) => ({ text: titleOf(workspace.node(id)) || "Untitled", href: hrefOf(id) })),
      );
    case "number":
      return plainText(typeof kept === "number" ? shownNumber(property, kept) : "");
    case "date":
      return plainText(shownDate(kept));
    case "checkbox":
      return plainText(kept === true ? "☑" : "☐");
    default:
      return plainText(typeof kept === "string" ? kept : "");
  }
}

/** The properties in the order of their table, the title first. */
export function propertiesOf(source: DataSourceRecord): readonly Property[] {
  return source.properties.toSorted((a, b) => Number(b.type === "title") - Number(a.type === "title"));
}

function ids(kept: unknown): readonly string[] {
  return (kept ?? []) as readonly string[];
}

function optionNames(property: Property, kept: unknown): readonly string[] {
  const chosen = Array.isArray(kept) ? (kept as readonly string[]) : [kept];
  return optionsOf(property).flatMap(({ id, name }) => (chosen.includes(id) ? [name] : []));
}

function shownNumber(property: Property, value: number): string {
  return property.config["format"] === "percent"
    ? `${Number((value * 100).toPrecision(12))} %`
    : String(value);
}

function shownDate(kept: unknown): string {
  if (kept === null || kept === undefined) return "";
  const { start, end } = kept as { readonly start: string; readonly end?: string | null };
  return end ? `${start} → ${end}` : start;
}

function commaBetween(spans: WebText): WebText {
  return spans.flatMap((span, index) => (index === 0 ? [span] : [{ text: ", " }, span]));
}
