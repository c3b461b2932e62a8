import { afterEach, describe, expect, it } from "vitest";

import type { Subject } from "../src/domain/finding.ts";
import type { Portfolio } from "../src/domain/types.ts";
import { reportWork, type ReportedWork } from "../src/job.ts";
import { sandboxProviders, type SandboxProvider } from "../src/sandbox/providers.ts";
import { layouts, type SampleVariant } from "../src/sandbox/teams/index.ts";
import { setupFor, startSample, type SampleSandbox } from "./setup-job.ts";
import { tempFolder } from "./temp-folder.ts";

let sandbox: SampleSandbox;
afterEach(() => sandbox.close());

async function reportThrough(provider: SandboxProvider, variant: SampleVariant): Promise<ReportedWork> {
  sandbox = await startSample({ provider, variant });
  const folder = await tempFolder();
  await sandbox.prepare(folder);
  const work = await reportWork(setupFor(sandbox, { folder }), {
    template: null,
    period: null,
    dryRun: true,
  });
  if (provider !== sandboxProviders.at(-1)) await sandbox.close();
  return work;
}

/** Ids and addresses are each service's own, and so is the order that follows from them. */
function essence({ portfolio, findings, rendered, summary }: ReportedWork): object {
  return {
    portfolio: named(portfolio),
    findings: findings.map(({ rule, severity, signal, subject, message, help, suggestions }) => ({
      rule,
      severity,
      signal,
      about: titleOf(subject),
      message,
      help,
      suggestions: suggestions.map(({ goal, score, why }) => ({ goal: goal.title, score, why })),
    })),
    markdown: rendered.markdown.replaceAll(/\]\([^)]*\)/g, "]"),
    summary,
  };
}

function titleOf(subject: Subject): string | null {
  if (subject.type === "team") return null;
  return subject.type === "item" ? subject.item.title : subject.goal.title;
}

function named({ goals, results, events, items, goalById, eventById, itemById }: Portfolio): object {
  const nameOf = (id: string): string =>
    (goalById.get(id) ?? eventById.get(id) ?? itemById.get(id))?.title ?? id;
  const toNamed = (row: object): string =>
    JSON.stringify(
      Object.entries(row)
        .filter(([key]) => !["id", "url", "connection", "createdAt", "table"].includes(key))
        .map(([key, value]) => [
          key,
          key.endsWith("Ids") ? (value as string[]).map(nameOf).toSorted() : people(value),
        ]),
    );
  return Object.fromEntries(
    Object.entries({ goals, results, events, items }).map(([role, rows]) => [
      role,
      rows.map(toNamed).toSorted(),
    ]),
  );
}

/** A person's id is the service's own. */
function people(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((one: unknown) =>
    typeof one === "object" && one !== null && "name" in one ? one.name : one,
  );
}

describe.each(Object.keys(layouts) as SampleVariant[])("the same team (%s)", (variant) => {
  it("gives the same portfolio, findings and report through Notion, Airtable, both, and files", async () => {
    const notion = essence(await reportThrough("notion", variant));
    const airtable = essence(await reportThrough("airtable", variant));
    const mixed = essence(await reportThrough("mixed", variant));
    const files = essence(await reportThrough("files", variant));

    expect(airtable).toEqual(notion);
    expect(mixed).toEqual(notion);
    expect(files).toEqual(notion);
  });
});
