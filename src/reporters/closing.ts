import type { Colors } from "picocolors/types.js";

import type { FindingGroup } from "./group-findings.ts";
import { lowerFirst, oneLine } from "./plain.ts";
import type { Say } from "./say.ts";
import { describeSubject } from "./subject.ts";
import type { CheckSummary } from "../domain/finding.ts";
import type { CheckResult } from "./summary.ts";

export interface Closing extends Pick<CheckResult, "summary"> {
  readonly groups: readonly FindingGroup[];
  readonly all: boolean;
}

/** The last lines of a check: what there is, how much is worth a look, and where to start. Counts, and no score. */
export function closingText({ summary, groups, all }: Closing, say: Say, colors: Colors): readonly string[] {
  const { goals, items, lineOfSight, findings } = summary;
  const start = startText(groups, say);
  return [
    say("check.reach", { goals, items, seen: lineOfSight }),
    findingsLine(findings, say, colors),
    ...(start === null ? [] : [`${colors.cyan("→")} ${start}`]),
    ...(all || start === null ? [] : [colors.dim(say("check.all"))]),
  ];
}

function findingsLine({ error, warn, info }: CheckSummary["findings"], say: Say, colors: Colors): string {
  if (error + warn + info === 0) return colors.green(say("check.nothing"));
  const parts = [
    error > 0 ? colors.red(say("check.errors", { count: error })) : "",
    warn > 0 ? colors.yellow(say("check.warnings", { count: warn })) : "",
    info > 0 ? colors.blue(say("check.hints", { count: info })) : "",
  ];
  return say("check.worth", { counts: parts.filter((part) => part !== "").join(", ") });
}

/** The link that mends most; else the first thing told. null when there is nothing to do. */
function startText(groups: readonly FindingGroup[], say: Say): string | null {
  const entries = groups.flatMap((group) => group.entries);
  const [first] = entries;
  if (first === undefined) return null;
  const best = entries
    .flatMap(({ finding }) => finding.repair ?? [])
    .reduce((most, repair) => (repair.mends > most.mends ? repair : most), { mends: 1, step: "" });
  if (best.mends > 1)
    return say("check.first-link", {
      step: lowerFirst(oneLine(best.step).replace(/\.$/u, "")),
      count: best.mends,
    });
  const { subject } = first.finding;
  return subject.type === "team"
    ? say("check.first-team")
    : say("check.first-remark", { name: lowerFirst(describeSubject(subject, say).name) });
}
