import { createHash } from "node:crypto";

import type { ComposedReport, FoundReport, Piece } from "../adapters/types.ts";
import type { Cache } from "../lib/cache.ts";

/** A hash of what is wanted, never of what a service gives back: services rewrite what they are given. */
export function fingerprint(report: ComposedReport): string {
  const canonical = JSON.stringify([
    report.key,
    report.title,
    report.fields.map((field) => [field.name, field.content]),
    report.pieces.map(canonicalPiece),
  ]);
  return createHash("sha256").update(canonical).digest("hex");
}

function canonicalPiece(piece: Piece): readonly unknown[] {
  return [piece.type, piece.content, piece.children.map(canonicalPiece)];
}

/** How a report was last left: lets the next run see that nothing has moved without reading the body. */
interface LeftAs {
  readonly wanted: string;
  readonly id: string;
  readonly version: string;
  readonly kept: number;
}

/** Where a report's last state is remembered. */
export interface Memory {
  /** How many pieces were kept then, when `found` is still as we left it showing `wanted`; null otherwise. */
  recall(wanted: string, found: FoundReport): Promise<number | null>;
  /** Does nothing when the service gives no version: there would be nothing to compare with. */
  remember(wanted: string, found: FoundReport, kept: number): Promise<void>;
}

export function reportMemory(cache: Cache, connection: string, place: string, reportKey: string): Memory {
  const key = JSON.stringify(["report-left-as", connection, place, reportKey]);
  return {
    async recall(wanted, found) {
      const left = parseLeftAs(await cache.get(key));
      const same = left?.wanted === wanted && left.id === found.id && left.version === found.version;
      return same ? left.kept : null;
    },
    async remember(wanted, found, kept) {
      if (found.version === null) return;
      await cache.set(
        key,
        JSON.stringify({ wanted, id: found.id, version: found.version, kept } satisfies LeftAs),
      );
    },
  };
}

/** Anything unreadable counts as not remembered: a cache may hold an older version's entries or half a file. */
function parseLeftAs(text: string | null): LeftAs | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    const { wanted, id, version, kept } = value as Record<string, unknown>;
    if (typeof wanted !== "string" || typeof id !== "string") return null;
    if (typeof version !== "string" || typeof kept !== "number") return null;
    return { wanted, id, version, kept };
  } catch {
    return null;
  }
}
