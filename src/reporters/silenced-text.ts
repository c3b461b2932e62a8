import type { Colors } from "picocolors/types.js";

import type { SilencedFinding, StaleIgnore } from "../domain/silencing.ts";
import { counted, oneLine, shortLine } from "./plain.ts";
import { namedMessage } from "./subject.ts";
import type { CheckResult, PlacedStaleIgnore } from "./summary.ts";

/** What somebody silenced, as a count or listed with the reasons; then entries of the config that silence nothing. */
export function silencedText(
  { silenced, stale }: Pick<CheckResult, "silenced" | "stale">,
  isListed: boolean,
  colors: Colors,
): readonly (readonly string[])[] {
  const count = `${counted(silenced.length, "remark")} ${silenced.length === 1 ? "is" : "are"} silenced`;
  const listed = [colors.bold(count), ...silenced.flatMap((one) => oneSilenced(one, colors))];
  return [
    ...(silenced.length === 0
      ? []
      : [isListed ? listed : [colors.dim(`${count} (sothat check --silenced lists them)`)]]),
    ...(stale.length === 0
      ? []
      : [
          [
            colors.bold(
              `${counted(stale.length, "entry", "entries")} under “ignore” ${stale.length === 1 ? "silences" : "silence"} nothing any more`,
            ),
            ...stale.map(staleLine),
          ],
        ]),
  ];
}

function oneSilenced({ finding, silencing }: SilencedFinding, colors: Colors): readonly string[] {
  const { by, reason, until } = silencing;
  const end = until === null ? "" : `, until ${until}`;
  const where = by === "waiver" ? "in its row" : `in the config${end}`;
  return [
    `  ${oneLine(namedMessage(finding))} ${colors.dim(`(${finding.rule})`)}`,
    `    fine as is, ${where}: “${shortLine(reason, 120)}”`,
  ];
}

const reasons: Readonly<Record<StaleIgnore["why"], string>> = {
  ended: "its day has passed; take it out, or give it a later one",
  "no-row": "no item or goal has this id, address, key or title; take it out, or write it as it is now",
  "no-remark": "there is nothing to silence there any more; take it out",
};

function staleLine({ entry, why, at }: PlacedStaleIgnore): string {
  const place = at === null ? "" : `${at}  `;
  return `  ${place}${entry.rule}, “${shortLine(entry.item, 60)}”: ${reasons[why]}`;
}
