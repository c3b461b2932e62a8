import type { UnresolvedLink } from "../domain/types.ts";
import type { LinkIndex, TargetKind } from "./link-index.ts";
import { readLinks, split } from "./links.ts";
import { readText } from "./values.ts";
import type { Place } from "./types.ts";

export interface ReadInsights {
  /** Insights that have a row of their own. */
  readonly ids: readonly string[];
  /** Insights that are only a line in the review. */
  readonly lines: readonly string[];
  readonly unresolved: readonly UnresolvedLink[];
}

const insight: ReadonlySet<TargetKind> = new Set(["insight"]);

/**
 * A review's insights: linked rows, or lines of text. A line that is the title of an insight's row means that row,
 * as it does in exports. The page's own lines count only when the column says nothing.
 */
export function readInsights(place: Place, index: LinkIndex, bodyLines: readonly string[]): ReadInsights {
  const cell = place.row.cells["insights"];
  if (cell?.kind === "links") {
    const { ids, unresolved } = readLinks(place, index, "insights", "insight");
    if (ids.length > 0 || unresolved.length > 0) return { ids, lines: [], unresolved };
  }
  const text = cell?.kind === "links" ? null : readText(place, "insights", index);
  return fromLines(text === null ? bodyLines : text.split("\n"), index);
}

function fromLines(written: readonly string[], index: LinkIndex): ReadInsights {
  const ids = new Set<string>();
  const lines = new Set<string>();
  for (const line of written.map(withoutBullet).filter(Boolean)) {
    const parts = split(line, (part) => index.match(part, insight));
    const known = parts.flatMap(([, match]) => (match.found === "one" ? [match.target.id] : []));
    if (known.length === parts.length) for (const id of known) ids.add(id);
    else lines.add(line);
  }
  return { ids: [...ids], lines: [...lines], unresolved: [] };
}

function withoutBullet(line: string): string {
  return line
    .trim()
    .replace(/^(?:[-*•·–—▪◦]|\d{1,3}[.)])\s+/u, "")
    .trim();
}
