import { createHash } from "node:crypto";

import type { Random } from "./random.ts";

/** The same key always gives the same UUID of version 4's shape, so that seeded ids survive a restart. */
export function uuidFor(key: string): string {
  return shape(createHash("sha256").update(key).digest("hex"));
}

/** A fresh UUID of version 4's shape from a repeatable source. */
export function randomUuid(random: Random): string {
  let hex = "";
  while (hex.length < 32)
    hex += Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, "0");
  return shape(hex);
}

function shape(hex: string): string {
  const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
