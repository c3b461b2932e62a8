import { periodForm, periodForms } from "../../config/period-form.ts";
import { itemKinds } from "../../domain/types.ts";
import { UsageError } from "../../errors.ts";
import { didYouMean } from "../../lib/did-you-mean.ts";
import { reportFormats, type ReportOptions } from "../options.ts";
import { globalOptions } from "./global.ts";
import { isSet, oneOf, text, texts, type CommandLine } from "./read.ts";

export const reportLine: CommandLine<ReportOptions> = {
  call: "report",
  describe: "Write the report of insights against results",
  flags: (command) =>
    command.options({
      "dry-run": { type: "boolean", default: false, describe: "Write nothing; say what would be written" },
      template: { type: "string", requiresArg: true, describe: "Built-in name, or path to a .hbs file" },
      period: { type: "string", requiresArg: true, describe: periodForms },
      goal: {
        type: "string",
        array: true,
        requiresArg: true,
        describe: "Only this goal and what hangs on it: its id, key, title or URL",
      },
      "owner-team": {
        type: "string",
        requiresArg: true,
        describe: "Only the goals of this team, or of this owner",
      },
      kind: {
        choices: itemKinds,
        array: true,
        requiresArg: true,
        describe: "Only learning items of these kinds",
      },
      format: {
        choices: reportFormats,
        requiresArg: true,
        describe: "How the report is shown here; otherwise as the ending of --out says, or for the terminal",
      },
      out: { type: "string", requiresArg: true, describe: "Write it to this file: .md, .html, .json, .txt" },
      strict: {
        type: "boolean",
        default: false,
        describe: "End with 1 when there are findings at error level",
      },
    }),
  options: (args) => ({
    ...globalOptions(args),
    dryRun: isSet(args, "dry-run"),
    template: text(args, "template"),
    period: periodOf(text(args, "period")),
    filters: {
      goals: texts(args, "goal"),
      ownerTeam: text(args, "owner-team"),
      kinds: itemKinds.filter((kind) => texts(args, "kind").includes(kind)),
    },
    format: oneOf(args, "format", reportFormats),
    out: text(args, "out"),
    strict: isSet(args, "strict"),
  }),
};

function periodOf(period: string | null): string | null {
  if (period === null || periodForm.test(period)) return period;
  const meant = didYouMean(period, ["week", "month", "quarter", "since-last"]);
  throw new UsageError(`--period ${JSON.stringify(period)} is no period.${meant}`, {
    hint: `It may be ${periodForms}.`,
  });
}
