import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { checkWork, reportWork, type ReportedWork } from "../src/job.ts";
import type { CheckedWork } from "../src/job/check.ts";
import { fixedWords, toTerminal } from "../src/render/index.ts";
import { findingsAsText } from "../src/reporters/findings-text.ts";
import { githubSummary } from "../src/reporters/github.ts";
import { rules } from "../src/rules/registry.ts";
import { setupFor, startSample } from "./setup-job.ts";
import { freshFolder } from "./temp-folder.ts";

/** Words without which hardly an English sentence is made, and none of which is Spanish; and the nouns of the work. */
const english =
  /\b(?:the|and|of|to|is|are|was|were|it|its|this|that|which|with|from|for|not|yet|more|what|when|could|should|have|has|been|there|nothing|goals?|reviews?|insights?|questions?|items?|rows?|links?|linked|read|folded|target|perhaps|because)\b/giu;

let close: () => Promise<void>;
let checked: CheckedWork;
let reported: ReportedWork;
beforeAll(async () => {
  const sandbox = await startSample({ provider: "files" });
  const { folder, remove } = await freshFolder({});
  close = async () => {
    await sandbox.close();
    await remove();
  };
  await sandbox.prepare(folder);
  const setup = setupFor(sandbox, { folder });
  const inSpanish = { ...setup, config: { ...setup.config, locale: "es-MX" } };
  checked = await checkWork(inSpanish, { rules: null });
  reported = await reportWork(inSpanish, { template: null, period: null, dryRun: true });
});
afterAll(() => close());

/** What is left when the team's own texts are taken out, whole or cut short, and what is no language at all. */
function ourWords(text: string): string {
  const { goals, items, events, coverage } = checked.portfolio;
  const rows = [...goals, ...items, ...events].flatMap((row) => [
    row.title,
    "measure" in row ? row.measure : null,
    "waiver" in row ? row.waiver : null,
    "evidence" in row ? row.evidence : null,
    "status" in row ? row.status : null,
    ...("then" in row ? [row.then] : []),
    ...("next" in row ? [row.next] : []),
  ]);
  const theirs = [...rows, ...coverage.map(({ table }) => table), ...rules.map(({ id }) => id)]
    .filter((one): one is string => one !== null && one.trim() !== "")
    // A title that is a sentence is linked without its full stop.
    .map((one) => one.replaceAll(/\s+/g, " ").trim().replace(/\.$/, ""))
    .toSorted((a, b) => b.length - a.length);
  const bare = text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/https?:\/\/[^\s)>]+/g, "")
    .replaceAll(/\\(.)/g, "$1")
    .replaceAll("&amp;", "&")
    .replaceAll("&lt;", "<");
  const whole = theirs.reduce((rest, one) => rest.replaceAll(one, "“”"), bare);
  // A title cut short ends in "…"; a word that spoke for a goal stands alone in its quotes.
  return whole.replaceAll(/“[^“”]*…”/g, "“”").replaceAll(/“[\p{L}\p{N}]+”/gu, "“”");
}

const englishIn = (text: string) =>
  ourWords(text).match(new RegExp(`.{0,60}${english.source}.{0,30}`, "giu"));

describe("with a Spanish locale", () => {
  const say = fixedWords("es-MX").phrase;
  const result = () => ({
    ...checked,
    now: "2026-11-16T06:00:00.000Z",
    readingNotes: checked.portfolio.readingNotes,
    stale: [{ entry: { rule: "all", item: "x", reason: "y" }, index: 0, why: "no-row", at: null } as const],
  });

  it.each([true, false])("leaves no English in a check (everything: %s)", (all) => {
    const text = findingsAsText(result(), { color: false, all, silenced: all, say });

    expect(text).toContain("tal vez “");
    expect(englishIn(text)).toBeNull();
  });

  it("leaves none on the page of a scheduled check", () => {
    expect(englishIn(githubSummary(result(), say))).toBeNull();
  });

  it("leaves none in the report, whichever way it is shown", () => {
    const { markdown, document, phrases } = reported.rendered;

    expect(englishIn(markdown)).toBeNull();
    // So wide that no title is broken.
    expect(englishIn(toTerminal(document, { color: false, width: 5000, phrases }))).toBeNull();
  });

  it("finds English where there is some", () => {
    const text = findingsAsText(result(), { color: false, all: false, say: fixedWords("en").phrase });

    expect(englishIn(text)?.length).toBeGreaterThan(10);
  });
});
