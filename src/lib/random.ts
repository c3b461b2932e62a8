import { hashOf } from "./hash.ts";

/** Fractions from 0 up to, but not including, 1. */
export type Random = () => number;

/** The same seed gives the same row of fractions (mulberry32): good enough for jitter, useless for secrets. */
export function seededRandom(seed: string): Random {
  let state = Number.parseInt(hashOf(seed).slice(0, 8), 16);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
