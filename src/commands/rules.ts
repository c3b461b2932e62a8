import { createColors } from "picocolors";

import type { ExitCode } from "../errors.ts";
import { exitCodes, UsageError } from "../errors.ts";
import { didYouMean } from "../lib/did-you-mean.ts";
import { fitLines } from "../lib/display-width.ts";
import { rules as allRules } from "../rules/registry.ts";
import type { Rule } from "../rules/types.ts";
import type { CommandIo } from "./io.ts";
import { say } from "./io.ts";
import type { RulesOptions } from "./options.ts";

/** `sothat rules [id]`: lists every rule, or explains one. */
export async function rules({ id, json }: RulesOptions, io: CommandIo): Promise<ExitCode> {
  const chosen = id === null ? allRules : [requireRule(id)];
  if (json) {
    say(io, JSON.stringify(chosen.map(asData), null, 2));
    return exitCodes.done;
  }
  const text =
    id === null ? list(chosen, io.color) : chosen.map((rule) => explain(rule, io.color)).join("\n");
  say(io, fitLines(text, io.columns.stdout));
  return exitCodes.done;
}

/**
 * The rule with this id.
 * @throws UsageError when there is none.
 */
export function requireRule(id: string): Rule {
  const rule = allRules.find((one) => one.id === id);
  if (rule !== undefined) return rule;
  const known = allRules.map((one) => one.id);
  throw new UsageError(`There is no rule ${JSON.stringify(id)}.${didYouMean(id, known)}`, {
    hint: `The rules are ${known.join(", ")}.`,
  });
}

function list(shown: readonly Rule[], color: boolean): string {
  const colors = createColors(color);
  const rows = shown.map(({ id, signals, kind, defaultSeverity }) => [
    id,
    defaultSeverity,
    kind,
    signals.join(" "),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return shown
    .map(({ description }, index) => {
      const [id = "", ...rest] = (rows[index] ?? []).map((cell, column) => cell.padEnd(widths[column] ?? 0));
      return `${colors.bold(id)}  ${rest.join("  ")}  ${description}`;
    })
    .join("\n");
}

function explain(rule: Rule, color: boolean): string {
  const colors = createColors(color);
  const { id, signals, kind, defaultSeverity, options } = asData(rule);
  const optionLines = Object.entries(options).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`);
  return [
    colors.bold(id),
    rule.description,
    "",
    `signals   ${signals.join(" ")}`,
    `kind      ${kind} (${kindWords[kind]})`,
    `severity  ${defaultSeverity} unless the config says otherwise`,
    `needs     ${rule.needs}`,
    ...(optionLines.length === 0 ? ["options   none"] : ["options, with their defaults", ...optionLines]),
    "",
    `In the config:  rules: { ${id}: off | info | warn | error }${optionLines.length === 0 ? "" : `, or [warn, { ${Object.keys(options)[0]}: … }]`}`,
    `More:           docs/rules/${id}.md`,
  ].join("\n");
}

const kindWords = {
  fact: "the data says so",
  timing: "dates say so",
  pattern: "many items together say so",
  wording: "a guess from the words; advice only",
} as const;

interface RuleData extends Pick<
  Rule,
  "id" | "signals" | "kind" | "defaultSeverity" | "description" | "needs"
> {
  readonly options: Readonly<Record<string, unknown>>;
  readonly docs: string;
}

function asData({ id, signals, kind, defaultSeverity, description, needs, options }: Rule): RuleData {
  return {
    id,
    signals,
    kind,
    defaultSeverity,
    description,
    needs,
    options: options.parse({}) as Readonly<Record<string, unknown>>,
    docs: `docs/rules/${id}.md`,
  };
}
