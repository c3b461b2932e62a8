import { mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

import { lineText, makeLine, parseLines, type RunFacts, type RunLine } from "./line.ts";
import { lastKnown } from "./replay.ts";
import { diffStates, emptyState, type RunState, type StateDelta } from "./state.ts";

/** Where the lines are kept. */
export interface HistoryFile {
  /** Oldest first; empty when there is no file, or none that can be read. */
  read(): Promise<readonly RunLine[]>;
  /**
   * Adds one run. Never throws: a history that cannot be kept is no reason to lose a report.
   * @param see makes the state from the one before it.
   * @returns what went wrong, in a sentence; null when all is well.
   */
  add(facts: RunFacts, see: (before: RunState) => RunState): Promise<string | null>;
}

/** Remembers nothing. */
export const noHistory: HistoryFile = { read: async () => [], add: async () => null };

interface Limits {
  readonly lines: number;
  readonly bytes: number;
}

/** A weekly report for seven years, or a daily one for a year; more is cut off at the beginning. */
const usualLimits: Limits = { lines: 400, bytes: 5_000_000 };

/**
 * `.sothat/history.ndjson`. A run is one write of one line at the end of the file, so that a kill leaves at most
 * one torn line, and two runs at once leave two whole ones. Readable by the owner only.
 */
export function historyFile(path: string, limits = usualLimits): HistoryFile {
  const load = async (): Promise<string> => {
    try {
      return await readFile(path, "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
      throw error;
    }
  };
  return {
    async read() {
      return parseLines(await load().catch(() => ""));
    },
    async add(facts, see) {
      try {
        const text = await load();
        const lines = parseLines(text);
        const line = nextLine(lines, facts, see);
        if (line === null) return null;
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        // What a killed run left torn becomes a line of its own, which nobody reads.
        await appendOnce(path, `${text === "" || text.endsWith("\n") ? "" : "\n"}${lineText(line)}`);
        if (isOutgrown(lines.length + 1, text.length + lineText(line).length, limits))
          await prune(path, limits);
        return null;
      } catch (error) {
        return `The run could not be noted in ${path} (${error instanceof Error ? error.message : String(error)}), so a later report cannot compare with this one.`;
      }
    },
  };
}

/** null when it would say what the last line said on the same day: a report made again is no news. */
function nextLine(
  lines: readonly RunLine[],
  facts: RunFacts,
  see: (before: RunState) => RunState,
): RunLine | null {
  const base = lastKnown(lines);
  const before = base?.state ?? emptyState;
  const delta = diffStates(before, see(before));
  const last = lines.at(-1);
  if (base !== null && last === base.line && Object.keys(delta).length === 0 && sameFacts(facts, last)) {
    return null;
  }
  return makeLine(facts, base?.line.id ?? null, delta);
}

function sameFacts(facts: RunFacts, line: RunLine): boolean {
  const { day, report, period, rules, whole, counts } = line;
  const told = { ...facts, at: "" };
  return JSON.stringify(told) === JSON.stringify({ at: "", day, report, period, rules, whole, counts });
}

async function appendOnce(path: string, text: string): Promise<void> {
  const handle = await open(path, "a", 0o600);
  try {
    const bytes = Buffer.from(text);
    const { bytesWritten } = await handle.write(bytes);
    if (bytesWritten < bytes.length) throw new Error("the disk is full");
  } finally {
    await handle.close();
  }
}

/** Only once it is by a tenth, so that the file is not rewritten at every run. */
function isOutgrown(lines: number, bytes: number, limits: Limits): boolean {
  return lines > limits.lines * 1.1 || bytes > limits.bytes * 1.1;
}

/**
 * Cuts the oldest lines off. The newest is always kept; the first that is kept then gives its whole state. Lines of a later version are
 * kept, as nobody here knows what they are worth. Stands back when another run wrote meanwhile.
 */
async function prune(path: string, limits: Limits): Promise<void> {
  const text = await readFile(path, "utf8");
  const bytes = Buffer.byteLength(text);
  const kept = newest(parseLines(text), limits);
  const half = `${path}.${process.pid}.tmp`;
  await writeFile(half, [...laterVersions(text), ...kept.map(lineText)].join(""), { mode: 0o600 });
  if ((await stat(path)).size === bytes) await rename(half, path);
  else await rm(half, { force: true });
}

function newest(lines: readonly RunLine[], limits: Limits): readonly RunLine[] {
  const step = Math.max(1, Math.floor(limits.lines / 20));
  let first = Math.max(0, lines.length - limits.lines);
  for (;;) {
    const kept = keptFrom(lines, first);
    const bytes = kept.reduce((sum, line) => sum + Buffer.byteLength(lineText(line)), 0);
    if (bytes <= limits.bytes || kept.length === 1) return kept;
    first = Math.min(lines.length - 1, first + step);
  }
}

/** The first kept line builds on nothing now, under its own id; what built on a line that is gone builds on it. */
function keptFrom(lines: readonly RunLine[], first: number): readonly RunLine[] {
  const [start, ...rest] = lines.slice(first);
  if (start === undefined) return [];
  const ids = new Set(rest.map(({ id }) => id));
  const onStart = (line: RunLine): RunLine =>
    line.on === null || ids.has(line.on) ? line : { ...line, on: start.id };
  return [wholeLine(start, lines.slice(0, first)), ...rest.map(onStart)];
}

function wholeLine(line: RunLine, before: readonly RunLine[]): RunLine {
  const known = lastKnown([...before, line]);
  if (known?.line !== line) return line;
  return { ...line, on: null, ...sectionsOf(known.state) };
}

function sectionsOf(state: RunState): Required<StateDelta> {
  const { goals, items, findings, quiet } = diffStates(emptyState, state);
  return { goals, items, findings, quiet };
}

/** Whole lines of a version that this program does not know. */
function laterVersions(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => (/^\{"v":(?!1\b)\d+,.*\}$/u.test(line) ? [`${line}\n`] : []));
}
