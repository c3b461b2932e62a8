import { looseName } from "./text.ts";

/** What people can call a row by. */
export interface Named {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly key?: string | null;
}

/**
 * Finds rows by what a person would write down: id, address, a key, or the exact title (case and
 * spaces aside). An address is also known by the id in it, as services spell one address in many ways.
 */
export function namedRows<Row extends Named>(all: readonly Row[]): (name: string) => readonly Row[] {
  const rows = new Map<string, Row[]>();
  for (const row of all) {
    const names = [row.id, row.url ?? "", row.key ?? "", row.title];
    const keys = new Set(names.filter((name) => name.trim() !== "").flatMap(keysOf));
    for (const key of keys) {
      const group = rows.get(key);
      if (group) group.push(row);
      else rows.set(key, [row]);
    }
  }
  return (name) => [...new Set(keysOf(name).flatMap((key) => rows.get(key) ?? []))];
}

/** The name itself, and the id in it when it is an id or an address: 32 hex digits in Notion, `rec…` in Airtable. */
function keysOf(name: string): readonly string[] {
  const path = (name.trim().split(/[?#]/u)[0] ?? "").replace(/\/+$/u, "");
  const isAddress = /^https?:/iu.test(name.trim());
  const id =
    /(?:^|[^0-9a-f])([0-9a-f]{32})$/iu.exec(path.replaceAll(/(?<=[0-9a-f])-(?=[0-9a-f])/giu, ""))?.[1] ??
    /(?:^|\/)(rec[A-Za-z0-9]{14})$/u.exec(path)?.[1];
  return [looseName(isAddress ? path : name), ...(id === undefined ? [] : [`id ${id.toLowerCase()}`])];
}
