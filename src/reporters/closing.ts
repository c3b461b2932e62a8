import type { Colors } from "picocolors/types.js";

import type { FindingGroup } from "./group-findings.ts";
import { counted, oneLine } from "./plain.ts";
import { describeSubject } from "./subject.ts";
import type { CheckSummary } from "../domain/finding.ts";
import type { CheckResult } from "./summary.ts";

export interface Closing extends Pick<CheckResult, "summary"> {
  readonly groups: readonly FindingGroup[];
  readonly all: boolean;
}

/** The last lines of a check: what there is, how much is worth a look, and where to start. Counts, and no score. */
export function closingText({ summary, groups, all }: Closing, colors: Colors): readonly string[] {
  const { goals, items, lineOfSight, findings } = summary;
  const reach =
    items === 0
      ? `${counted(goals, "goal")}, no learning items yet.`
      : `${counted(goals, "goal")}, ${counted(items, "learning item")}; ${lineOfSight} of them can be traced to a live goal.`;
  const start = startText(groups);
  return [
    reach,
    findingsLine(findings, colors),
    ...(start === null ? [] : [`${colors.cyan("→")} ${start}`]),
    ...(all || start === null
      ? []
      : [colors.dim("--all shows everything and names the rules; sothat rules <name> explains one.")]),
  ];
}

function findingsLine({ error, warn, info }: CheckSummary["findings"], colors: Colors): string {
  if (error + warn + info === 0) return colors.green("Nothing needs a look.");
  const parts = [
    error > 0 ? colors.red(counted(error, "error")) : "",
    warn > 0 ? colors.yellow(counted(warn, "warning")) : "",
    info > 0 ? colors.blue(counted(info, "hint")) : "",
  ];
  return `Worth a look: ${parts.filter((part) => part !== "").join(", ")}.`;
}

/** The link that mends most; else the first thing told. null when there is nothing to do. */
function startText(groups: readonly FindingGroup[]): string | null {
  const entries = groups.flatMap((group) => group.entries);
  const [first] = entries;
  if (first === undefined) return null;
  const best = entries
    .flatMap(({ finding }) => finding.repair ?? [])
    .reduce((most, repair) => (repair.mends > most.mends ? repair : most), { mends: 1, step: "" });
  if (best.mends > 1)
    return `A good first step: ${oneLine(best.step).replace(/^L/u, "l").replace(/\.$/u, "")}. That ties ${counted(best.mends, "item")} to the work.`;
  const { name } = describeSubject(first.finding.subject);
  return first.finding.subject.type === "team"
    ? "A good first step: take the first remark above to the next meeting."
    : `A good first step: ${name.replace(/^T/u, "t")}, told first above.`;
}
