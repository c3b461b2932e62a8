import type { Colors } from "picocolors/types.js";

import type { SilencedFinding } from "../domain/silencing.ts";
import { oneLine, shortLine } from "./plain.ts";
import type { Say } from "./say.ts";
import { namedMessage } from "./subject.ts";
import type { CheckResult, PlacedStaleIgnore } from "./summary.ts";

/** What somebody silenced, as a count or listed with the reasons; then entries of the config that silence nothing. */
export function silencedText(
  { silenced, stale }: Pick<CheckResult, "silenced" | "stale">,
  { isListed, say, colors }: { readonly isListed: boolean; readonly say: Say; readonly colors: Colors },
): readonly (readonly string[])[] {
  const count = say("check.silenced", { count: silenced.length });
  const listed = [colors.bold(count), ...silenced.flatMap((one) => oneSilenced(one, say, colors))];
  return [
    ...(silenced.length === 0
      ? []
      : [isListed ? listed : [colors.dim(say("check.silenced-more", { silenced: count }))]]),
    ...(stale.length === 0
      ? []
      : [
          [
            colors.bold(say("check.stale", { count: stale.length })),
            ...stale.map((one) => staleLine(one, say)),
          ],
        ]),
  ];
}

function oneSilenced(
  { finding, silencing: { by, reason: given, until } }: SilencedFinding,
  say: Say,
  colors: Colors,
): readonly string[] {
  const reason = shortLine(given, 120);
  const whose =
    until === null
      ? say(by === "waiver" ? "check.silenced-in-row" : "check.silenced-in-config", { reason })
      : say("check.silenced-until", { reason, day: until });
  return [`  ${oneLine(namedMessage(finding, say))} ${colors.dim(`(${finding.rule})`)}`, `    ${whose}`];
}

function staleLine({ entry, why, at }: PlacedStaleIgnore, say: Say): string {
  const place = at === null ? "" : `${at}  `;
  return `  ${place}${entry.rule}, “${shortLine(entry.item, 60)}”: ${say(`check.stale-why.${why}`)}`;
}
