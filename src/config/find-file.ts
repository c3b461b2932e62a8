import { readFile } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";

import { UsageError } from "../errors.ts";

/** Looked for in this order, from the working folder. */
const usualPlaces = ["sothat.yaml", "sothat.yml", "config/sothat.yaml", "config/sothat.yml"] as const;

const nextStep =
  "Copy one of the examples in config/ (config/sothat.notion.yaml) to sothat.yaml and fill in your own tables; docs/config.md explains every key.";

export interface ConfigText {
  /** Absolute. */
  readonly file: string;
  /** As messages name it: relative to the working folder where it is inside it, with "/". */
  readonly shown: string;
  readonly text: string;
}

/**
 * Reads the config that was named, or the first of the usual places that is there.
 * @throws UsageError when there is none, or it cannot be read.
 */
export async function readConfigText(path: string | undefined, cwd: string): Promise<ConfigText> {
  for (const candidate of path === undefined ? usualPlaces : [path]) {
    const file = resolve(cwd, candidate);
    try {
      return { file, shown: showFile(file, cwd), text: await readFile(file, "utf8") };
    } catch (error) {
      if (codeOf(error) === "ENOENT" && path === undefined) continue;
      throw cannotRead(showFile(file, cwd), error);
    }
  }
  throw new UsageError(`There is no config here: looked for ${usualPlaces.join(", ")}.`, { hint: nextStep });
}

function cannotRead(shown: string, cause: unknown): UsageError {
  switch (codeOf(cause)) {
    case "ENOENT":
    case "ENOTDIR":
      return new UsageError(`The config ${shown} does not exist.`, {
        hint: `Check the path given with --config. ${nextStep}`,
        cause,
      });
    case "EISDIR":
      return new UsageError(`The config ${shown} is a folder.`, {
        hint: `Name the file in it: --config ${join(shown, "sothat.yaml")}`,
        cause,
      });
    case "EACCES":
    case "EPERM":
      return new UsageError(`The config ${shown} may not be read.`, {
        hint: "Check the file's permissions.",
        cause,
      });
    default:
      return new UsageError(`The config ${shown} could not be read (${codeOf(cause) ?? "unknown reason"}).`, {
        cause,
      });
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

function showFile(file: string, cwd: string): string {
  const inside = relative(cwd, file);
  return inside === "" || inside.startsWith("..") || isAbsolute(inside) ? file : inside.split(sep).join("/");
}
