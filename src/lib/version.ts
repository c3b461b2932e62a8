import { readFileSync } from "node:fs";

/** This package's version. Read rather than imported, so that source and build find the same file. */
export function ownVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}
