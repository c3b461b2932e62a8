import { readFile } from "node:fs/promises";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { reportWork } from "../src/job.ts";
import type { JobSetup } from "../src/job/setup.ts";
import { sentenceEncoder } from "../src/lib/encoder.ts";
import type { Publication } from "../src/publish/apply.ts";
import type { SandboxProvider } from "../src/sandbox/providers.ts";
import { memoryCache } from "./memory-cache.ts";
import { setupFor, startSample, type SampleSandbox } from "./setup-job.ts";
import { freshFolder } from "./temp-folder.ts";

/**
 * Words that a reader sees before opening a fold. Silent readers take in about 238 words a minute (Brysbaert 2019,
 * doi.org/10.1016/j.jml.2019.104047); a team scans titles that it knows by heart far faster.
 */
function wordsInSight(markdown: string): number {
  const open = markdown
    .replaceAll(/<details>.*?<\/details>/gs, "")
    .replaceAll(/\]\([^)]*\)|<!--.*?-->/gs, "]");
  return open.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
/** What a page may have of them, for a team of the sample's size with everything that can be said. */
const mostWords = { "planning-meeting": 2150, digest: 400, goal: 800, scorecard: 650 };

/** What stands in the service afterwards, as a person would see it there. */
type Reader = (sandbox: SampleSandbox, publication: Publication) => Promise<string>;

const readers: Readonly<Partial<Record<SandboxProvider, Reader>>> = {
  notion: async ({ url, env }, { id }) => {
    const page = await ask(`${url}/v1/pages/${id}/markdown`, env["NOTION_TOKEN"], {
      "Notion-Version": "2026-03-11",
    });
    return (page as { markdown: string }).markdown;
  },
  airtable: async ({ url, env }, { url: record }) => {
    const [, base, table, id] = /(app\w+)\/(tbl\w+)\/(rec\w+)/.exec(record ?? "") ?? [];
    const { fields } = (await ask(`${url}/v0/${base}/${table}/${id}`, env["AIRTABLE_TOKEN"])) as {
      fields: Record<string, unknown>;
    };
    return Object.entries(fields)
      .map(([name, value]) => `[${name}]\n${String(value)}`)
      .join("\n\n");
  },
  files: (_, { url }) => readFile(new URL((url ?? "").replace(/\.html$/, ".md")), "utf8"),
};

async function ask(url: string, token = "", headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(url, { headers: { ...headers, Authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  return answer.json();
}

/** Ports and ids differ from run to run and from service to service. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/\]\((?:http|\.\.)[^)]*\)/g, "](…)");
}

/** As in a run: suggestions by meaning included. */
const embed = sentenceEncoder({ cache: memoryCache() });

const templates = ["planning-meeting", "digest", "goal", "scorecard"] as const;
const locales = ["en-US", "es-MX"] as const;
const aGoal = "Pregnant patients of our four clinics can keep their visits";

const teams = Object.entries(readers).flatMap(([provider, read]) =>
  locales.map((locale) => ({ provider: provider as SandboxProvider, locale, read })),
);

describe.each(teams)("the sample team's reports, as $provider keeps them ($locale)", (team) => {
  let sandbox: SampleSandbox;
  let setup: JobSetup;
  let takeAway: () => Promise<void>;
  beforeAll(async () => {
    sandbox = await startSample({ provider: team.provider });
    const { folder, remove } = await freshFolder({});
    await sandbox.prepare(folder);
    const { config, ...rest } = setupFor(sandbox, { folder });
    setup = { ...rest, embed, config: { ...config, locale: team.locale } };
    takeAway = remove;
  });
  afterAll(async () => {
    await sandbox.close();
    await takeAway();
  });

  it.each(templates)("reads well: %s", async (template) => {
    const { publications } = await reportWork(setup, {
      template,
      period: null,
      dryRun: false,
      ...(template === "goal" ? { filters: { goals: [aGoal], ownerTeam: null, kinds: [] } } : {}),
    });

    const text = await team.read(sandbox, publications[0]!);
    const language = team.locale.slice(0, 2);
    if (team.provider === "files") expect(wordsInSight(text)).toBeLessThan(mostWords[template]);
    await expect(withoutAddresses(text)).toMatchFileSnapshot(
      `golden/${team.provider}/${template}.${language}.md`,
    );
  });
});
