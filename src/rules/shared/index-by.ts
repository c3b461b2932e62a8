/** Rows by each of the keys they name, in the order they came; a row that names no key is left out. */
export function indexBy<Row>(
  rows: Iterable<Row>,
  keysOf: (row: Row) => Iterable<string>,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  return groups;
}
