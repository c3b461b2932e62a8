import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";
import { parse } from "yaml";

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Workflow {
  readonly on: {
    readonly schedule?: readonly { readonly cron: string }[];
    readonly workflow_dispatch?: object;
  };
  readonly permissions: object;
  readonly concurrency?: object;
  readonly jobs: Readonly<
    Record<
      string,
      { readonly permissions?: object; readonly "timeout-minutes"?: number; readonly steps: readonly Step[] }
    >
  >;
}

const read = (name: string): Workflow =>
  parse(readFileSync(new URL(`../.github/workflows/${name}.yml`, import.meta.url), "utf8")) as Workflow;

describe("GitHub workflows", () => {
  it.each(["ci", "report"])("%s is pinned, bounded and allowed little", (name) => {
    const { permissions, jobs } = read(name);

    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) {
      expect(job.permissions).toBeDefined();
      expect(job["timeout-minutes"]).toBeGreaterThan(0);
      for (const { uses } of job.steps) if (uses !== undefined) expect(uses).toMatch(/@[0-9a-f]{40}$/);
    }
  });

  it("the report runs off the hour, by hand too, one at a time, with sothat's own folder as the place to build", () => {
    const { on, concurrency, jobs } = read("report");
    const steps = jobs["report"]?.steps ?? [];
    const runs = steps.flatMap(({ run }) => run ?? []);

    for (const { cron } of on.schedule ?? []) expect(cron).toMatch(/^(?!0 )\d+ /);
    expect(on.workflow_dispatch).toBeDefined();
    expect(concurrency).toBeDefined();
    expect(runs.at(-1)).toContain('node "$TOOL/dist/bin.js" report');
    expect(steps.find(({ run }) => run?.startsWith("npm ci"))).toMatchObject({
      "working-directory": "${{ env.TOOL }}",
    });
  });
});
