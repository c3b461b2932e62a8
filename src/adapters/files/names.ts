const hexAtEnd = /(?:^|[ _-])([0-9a-f]{32})$/i;

/**
 * What a file's name says. Notion puts an id behind a title ("Goals 1a2b….csv", "Goals 1a2b…_all.csv"), Airtable the
 * view ("Goals-Grid view.csv").
 */
export interface FileName {
  /** As people know it: no folder, no ending, no id, no usual view. */
  readonly plain: string;
  /** 32 digits, lower case; null when the name holds none. */
  readonly hex: string | null;
  /** Notion's file of every row, whatever the view showed. */
  readonly all: boolean;
}

/** @param path with "/" between folders. */
export function readFileName(path: string): FileName {
  const stem = path.slice(path.lastIndexOf("/") + 1).replace(/\.(?:csv|tsv|md)$/i, "");
  const all = stem.endsWith("_all");
  const named = all ? stem.slice(0, -"_all".length) : stem;
  const hex = hexAtEnd.exec(named)?.[1] ?? null;
  return {
    plain:
      hex === null ? named.replace(/-Grid view$/i, "") : named.slice(0, -hex.length).replace(/[ _-]$/, ""),
    hex: hex?.toLowerCase() ?? null,
    all,
  };
}

/** The folder part of a path, without a "/" at its end; "" for none. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** Notion's ids in the one spelling in which they are compared. */
export function dashed(hex: string): string {
  return hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
