import type { AirtableWorkspace } from "../workspace/workspace.ts";

/** Where the web view shows bases, tables and records: this, and then what the service's own links end with. */
const webRoot = "/airtable";
const serviceRoot = "https://airtable.com";

export function hrefOf(baseId: string, tableId?: string, recordId?: string): string {
  return [webRoot, baseId, tableId, recordId].filter((part) => part !== undefined).join("/");
}

/** What a path leads to; null stands for what it does not name, so all three are null at the front door. */
export interface WebPlace {
  readonly baseId: string | null;
  readonly tableId: string | null;
  readonly recordId: string | null;
}

/** Null when the path has no such shape. Views are not drawn: a link through one leads to the same table or record. */
export function placeIn(path: string): WebPlace | null {
  const match = /^\/airtable(?:\/(app\w+)(?:\/(tbl\w+)(?:\/viw\w+)?(?:\/(rec\w+))?)?)?\/?$/.exec(path);
  if (match === null) return null;
  const [, baseId = null, tableId = null, recordId = null] = match;
  return { baseId, tableId, recordId };
}

/** A link to a base that is kept here stays here; every other address is left as it is. */
export function hrefFor(workspace: AirtableWorkspace, address: string): string {
  if (!address.startsWith(`${serviceRoot}/`)) return address;
  const path = `${webRoot}${new URL(address).pathname}`;
  const baseId = placeIn(path)?.baseId ?? null;
  return baseId !== null && workspace.db.bases.has(baseId) ? path : address;
}
