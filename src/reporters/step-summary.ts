import { appendFile } from "node:fs/promises";

/**
 * Puts Markdown on the page of a GitHub Actions run; does nothing elsewhere.
 * @param env the process's environment; GITHUB_STEP_SUMMARY names the file
 *   (docs.github.com, "Workflow commands", "Adding a job summary").
 */
export async function appendSummary(
  env: Readonly<Record<string, string | undefined>>,
  markdown: string,
): Promise<void> {
  const file = env["GITHUB_STEP_SUMMARY"];
  if (file === undefined || file === "") return;
  await appendFile(file, `${markdown.trimEnd()}\n`);
}
