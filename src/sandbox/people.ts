import type { Sandbox } from "./index.ts";
import { plainText } from "./notion/rich-text.ts";
import type { Node, RichText } from "./notion/records.ts";
import { homeOf, writeExports } from "./wiring.ts";

/**
 * A Monday morning in the sample team: a number is corrected in its table, and where the report is a page, a line of
 * it is edited and a note is added. Returns what was done, in a sentence each.
 * @param folder the config's folder
 */
export async function actAsPeople(sandbox: Sandbox, folder: string): Promise<readonly string[]> {
  await correctNumber(sandbox, folder);
  const report = sandbox.notion.workspace
    .children(sandbox.seeded.pages["planning"] ?? "")
    .find(({ kind }) => kind === "page");
  return [
    "Linh corrects October's missed visits: 16.9 instead of 18.7.",
    ...(report === undefined ? [] : writeIntoReport(sandbox, report.id)),
  ];
}

const corrected = { row: "res-missed-2026-10", column: "value", value: 16.9 } as const;

async function correctNumber(sandbox: Sandbox, folder: string): Promise<void> {
  const { provider, team, notion, seeded, airtable, seededAirtable } = sandbox;
  const name =
    team.tables.find(({ key }) => key === "results")?.columns.find(({ key }) => key === corrected.column)
      ?.name ?? "";
  switch (homeOf(provider, "results")) {
    case "notion":
      notion.workspace.setCell(seeded.rows["results"]?.[corrected.row] ?? "", name, corrected.value, {
        by: seeded.people["linh"] ?? "",
      });
      return;
    case "airtable": {
      const record = seededAirtable.records["results"]?.[corrected.row] ?? "";
      airtable.workspace.updateRecord(seededAirtable.tables["results"] ?? "", record, {
        [name]: corrected.value,
      });
      return;
    }
    case "files":
      // Whoever works with exports exports again.
      await writeExports(provider, withCorrection(sandbox.team), folder);
  }
}

function withCorrection(team: Sandbox["team"]): Sandbox["team"] {
  const correct = (row: Sandbox["team"]["tables"][number]["rows"][number]): typeof row =>
    row.key === corrected.row
      ? { ...row, cells: { ...row.cells, [corrected.column]: corrected.value } }
      : row;
  return { ...team, tables: team.tables.map((table) => ({ ...table, rows: table.rows.map(correct) })) };
}

function writeIntoReport({ notion: { workspace }, seeded }: Sandbox, reportId: string): readonly string[] {
  const [linh, amara] = [seeded.people["linh"] ?? "", seeded.people["amara"] ?? ""];
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
