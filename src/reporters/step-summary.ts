import { appendFile, stat } from "node:fs/promises";

import type { Say } from "./say.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Names the file that GitHub Actions shows as the run's page (docs.github.com, "Workflow commands", "Adding a job summary"). */
export const summaryVariable = "GITHUB_STEP_SUMMARY";

/** Most that GitHub shows of one step, in bytes of UTF-8; above it the whole page is dropped (same page, "Step isolation and limits"). */
const mostBytes = 1024 * 1024;

/** Whether there is a run's page to write to. */
export function hasSummary(env: Environment): boolean {
  return (env[summaryVariable] ?? "") !== "";
}

/**
 * Puts Markdown on the page of a GitHub Actions run, shortened to the room that is left there; does nothing elsewhere.
 * @param env the process's environment.
 * @returns what kept it from being put there; null when nothing did. The work itself is done by then.
 */
export async function appendSummary(env: Environment, markdown: string, say: Say): Promise<string | null> {
  const file = env[summaryVariable];
  if (file === undefined || file === "") return null;
  try {
    const text = fitSummary(markdown, mostBytes - (await sizeOf(file)), say);
    if (text !== "") await appendFile(file, text);
    return null;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return `The run's page could not be written (${summaryVariable}): ${why}. Everything else is done.`;
  }
}

/**
 * The Markdown, whole when it fits; else cut before a section, or where even the first is too long before a paragraph
 * or fold, with a notice. Empty when there is no room even for that.
 * @param room bytes of UTF-8.
 */
export function fitSummary(markdown: string, room: number, say: Say): string {
  const whole = `${markdown.trimEnd()}\n`;
  if (Buffer.byteLength(whole) <= room) return whole;
  const notice = `${say("page.cut")}\n`;
  const rest = room - Buffer.byteLength(`\n\n${notice}`);
  if (rest <= 0) return "";
  const start = Buffer.from(whole).subarray(0, rest).toString();
  const kept = upToSection(start) ?? upToParagraph(start);
  return kept === "" ? notice : `${kept.trimEnd()}\n\n${notice}`;
}

function upToSection(start: string): string | null {
  const at = start.lastIndexOf("\n## ");
  return at <= 0 ? null : start.slice(0, at);
}

/** Never inside a fold: everything after it would be folded away with it. */
function upToParagraph(start: string): string {
  const fold = start.lastIndexOf("<details>");
  const open = fold > start.lastIndexOf("</details>") ? start.slice(0, fold) : start;
  return open.slice(0, Math.max(0, open.lastIndexOf("\n\n")));
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return 0;
    throw error;
  }
}
