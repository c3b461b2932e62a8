import type { Node, PageRecord, RichText } from "./records.ts";

/** The property id of a title is always `title`. */
function titleRuns(page: PageRecord): readonly RichText[] {
  return (page.values["title"] as readonly RichText[] | undefined) ?? [];
}

/** The words by which people know a record; empty for blocks. */
export function titleOf(node: Node): string {
  switch (node.kind) {
    case "page":
      return runsText(titleRuns(node));
    case "database":
    case "data_source":
      return runsText(node.title);
    case "block":
      return "";
  }
}

function runsText(runs: readonly RichText[]): string {
  return runs.map((run) => run.plain_text).join("");
}
