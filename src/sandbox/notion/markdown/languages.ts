import { requestSchemas } from "../schemas/requests.ts";

const LANGUAGES = new Set((requestSchemas["LanguageRequest"] as { enum: readonly string[] }).enum);

const SHORT: Readonly<Record<string, string>> = {
  js: "javascript",
  ts: "typescript",
  py: "python",
  sh: "shell",
  yml: "yaml",
  md: "markdown",
};

/** The name Notion has for a fence's language; unknown ones become plain text. */
export function languageOf(info: string): string {
  const name = info.trim().split(/\s/)[0]?.toLowerCase() ?? "";
  const long = SHORT[name] ?? name;
  return LANGUAGES.has(long) ? long : "plain text";
}
