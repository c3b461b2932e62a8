/** Where the web view shows a page, database or data source. Ends like the service's own links: with the bare id. */
export const pagePath = "/p/";

export function hrefOf(id: string): string {
  return `${pagePath}${id.replaceAll("-", "")}`;
}

/** The id at the end of a link's path, dashed; null when there is none. */
export function idInPath(path: string): string | null {
  const bare = /([0-9a-f]{32})$/.exec(path)?.[1];
  return bare === undefined ? null : bare.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
