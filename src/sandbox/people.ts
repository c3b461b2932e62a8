import type { Sandbox } from "./index.ts";
import { plainText } from "./notion/rich-text.ts";
import type { Node, RichText } from "./notion/records.ts";

/**
 * A Monday morning in the sample team: a number is corrected in its table, a line of the report is edited, and a
 * note is added to it. Returns what was done, in a sentence each.
 */
export function actAsPeople(
  { notion: { workspace }, seeded, team }: Sandbox,
  reportId: string,
): readonly string[] {
  const [linh, amara] = [seeded.people["linh"] ?? "", seeded.people["amara"] ?? ""];
  const value = team.tables.find(({ key }) => key === "results")?.columns.find(({ key }) => key === "value");
  workspace.setCell(seeded.rows["results"]?.["res-missed-2026-10"] ?? "", value?.name ?? "", 16.9, {
    by: linh,
  });

  const blocks = workspace.children(reportId);
  const heading = blocks.find((block) => typeOf(block) === "heading_2");
  const line = blocks.find((block) => typeOf(block) === "bulleted_list_item" && wordsOf(block).length > 20);
  if (heading) {
    workspace.appendBlocks(reportId, "Amara: let's start with the clinics this time.", {
      by: amara,
      after: heading.id,
    });
  }
  if (line) workspace.editBlock(line.id, `${wordsOf(line)} (Linh will tell the story.)`, { by: linh });
  return [
    "Linh corrects October's missed visits.",
    ...(heading ? [`Amara adds a note below “${wordsOf(heading)}”.`] : []),
    ...(line ? [`Linh adds to the line “${wordsOf(line).slice(0, 60)}…”.`] : []),
  ];
}

function typeOf(node: Node): string {
  return node.kind === "block" ? node.type : node.kind;
}

function wordsOf(node: Node): string {
  return node.kind === "block" ? plainText((node.content["rich_text"] ?? []) as readonly RichText[]) : "";
}
