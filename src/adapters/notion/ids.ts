import { UsageError } from "../../errors.ts";

const hex32 = /[0-9a-f]{32}/gi;

/**
 * The id that a person's text means: an id with or without dashes, or a copied address. Of an address, the path
 * counts (`?v=` is only a view); for a page that was opened over a table, `?p=` is the page when `peeked` is asked for.
 * Returned with dashes, in lower case.
 * @throws UsageError when there is none.
 */
export function notionId(text: string, prefer: "path" | "peeked" = "path"): string {
  const plain = text.trim();
  if (!/^[a-z][a-z+.-]*:\/\//i.test(plain)) return found(lastId(plain), text);
  let url: URL;
  try {
    url = new URL(plain);
  } catch {
    return found(null, text);
  }
  const peeked = lastId(url.searchParams.get("p") ?? "");
  const inPath = lastId(`${url.host}${url.pathname}`);
  return found(prefer === "peeked" ? (peeked ?? inPath) : inPath, text);
}

function lastId(text: string): string | null {
  // Dashes inside an id go; a title before the id may end in hex letters, so that the last 32 digits count.
  const segment = text.split("/").filter(Boolean).at(-1) ?? "";
  const dashed = segment.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i)?.[0];
  if (dashed !== undefined) return dashed;
  const digits = /[0-9a-f]*$/i.exec(segment)?.[0] ?? "";
  if (digits.length < 32) return null;
  return digits.slice(-32).match(hex32)?.[0] ?? null;
}

function found(id: string | null, text: string): string {
  if (id === null) {
    throw new UsageError(`“${text}” holds no Notion id.`, {
      hint: "Open the database or page in Notion as a full page and copy its link (••• → Copy link), or give the 32 digits of its id.",
    });
  }
  return dashedId(id);
}

/** The one spelling in which ids are compared. */
function dashedId(id: string): string {
  const digits = id.replaceAll("-", "").toLowerCase();
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
