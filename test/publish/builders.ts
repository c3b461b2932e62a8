import { DateTime } from "luxon";

import type { ComposedReport, Piece, PresentPiece } from "../../src/adapters/types.ts";
import { noCache } from "../../src/lib/cache.ts";
import type { Clock } from "../../src/lib/clock.ts";
import type { PublishOptions } from "../../src/publish/writing.ts";

export const piece = (type: string, content: string, children: readonly Piece[] = []): Piece => ({
  type,
  content,
  children,
  payload: null,
});
export const heading = (text: string): Piece => piece("heading_2", text);
export const line = (text: string): Piece => piece("paragraph", text);
export const bullet = (text: string, children: readonly Piece[] = []): Piece =>
  piece("bullet", text, children);
export const toggle = (text: string, children: readonly Piece[]): Piece => piece("toggle", text, children);
export const table = (...rows: readonly string[]): Piece =>
  piece(
    "table:3",
    "",
    rows.map((row) => piece("table_row", row)),
  );

export const report = (
  pieces: readonly Piece[],
  fields: Readonly<Record<string, string>> = {},
): ComposedReport => ({
  key: "team/meeting/2026-W47",
  title: "Planning meeting",
  fields: Object.entries(fields).map(([name, content]) => ({ name, content, payload: null })),
  pieces,
});

/** What a reader sees, a line each: `✎` a person edited it, `☺` a person wrote it. */
export function show(pieces: readonly PresentPiece[], indent = ""): string {
  return pieces
    .map((one) => {
      const who = one.ours ? (one.edited ? "✎ " : "") : "☺ ";
      const text = one.content || `[${one.type}]`;
      return `${indent}${who}${text}\n${show(one.children, `${indent}  `)}`;
    })
    .join("");
}

/** Never waits; tells how long it was asked to. */
export function patientClock(waits: number[] = []): Clock {
  return {
    asOf: () => DateTime.fromISO("2026-11-16T12:00:00Z", { zone: "utc" }),
    elapsed: () => waits.reduce((sum, wait) => sum + wait, 0),
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      waits.push(milliseconds);
    },
  };
}

export const options = (changed: Partial<PublishOptions> = {}): PublishOptions => ({
  dryRun: false,
  clock: patientClock(),
  signal: new AbortController().signal,
  cache: noCache,
  connection: "team-notion",
  ...changed,
});
