import { distance } from "fastest-levenshtein";

import type { ItemKind } from "../domain/types.ts";
import { normalise } from "./normalise.ts";

/** What a row became, as far as links care. */
export type TargetKind = ItemKind | "goal" | "event";

export interface Target {
  readonly id: string;
  readonly kind: TargetKind;
  readonly title: string;
  /** A goal's own key ("G-3"); null for everything else. */
  readonly key: string | null;
  readonly url: string | null;
}

/** What a typed link was found to mean. */
export type Match =
  | { readonly found: "one"; readonly target: Target }
  | { readonly found: "several"; readonly count: number }
  /** It names a row of another kind. */
  | { readonly found: "wrong-kind"; readonly target: Target }
  | { readonly found: "none" };

export interface LinkIndex {
  byId(id: string): Target | undefined;
  /** By address, id, key, exact title, then title whatever its case and punctuation; the first way that finds a row decides. */
  match(text: string, allowed: ReadonlySet<TargetKind>): Match;
  /**
   * The allowed title that is almost this one, for a note; null when none is near, and for what comes after the
   * first 200 different texts. Never a reason to link.
   */
  nearMiss(text: string, allowed: ReadonlySet<TargetKind>): string | null;
}

/** Indexes every row that links may point at. The indexes for typed links are made when first needed. */
export function buildLinkIndex(targets: readonly Target[]): LinkIndex {
  const byId = new Map(targets.map((target) => [target.id, target]));
  const typed = lazy(() => typedIndexes(targets));
  const lengths = lazy(() => titlesByLength(targets));
  const remembered = new Map<string, string | null>();
  let searchesLeft = mostSearches;

  return {
    byId: (id) => byId.get(id),
    match(text, allowed) {
      const { addresses, keys, exact, loose } = typed();
      const address = asAddress(text);
      const ways: (() => readonly Target[])[] = [
        () => (address === null ? [] : pointedAt(address, addresses)),
        () => listed(byId.get(text)),
        () => keys.get(text.trim().toLowerCase()) ?? [],
        () => exact.get(text.trim()) ?? [],
        () => loose.get(normalise(text)) ?? [],
      ];
      let other: Target | undefined;
      for (const way of ways) {
        const found = way();
        const fitting = found.filter((target) => allowed.has(target.kind));
        if (fitting.length > 1) return { found: "several", count: fitting.length };
        if (fitting[0]) return { found: "one", target: fitting[0] };
        other ??= found[0];
      }
      return other ? { found: "wrong-kind", target: other } : { found: "none" };
    },
    nearMiss(text, allowed) {
      const wanted = normalise(text);
      if (wanted.length < shortest || wanted.length > longest) return null;
      const memo = `${[...allowed].join()}|${wanted}`;
      const known = remembered.get(memo);
      if (known !== undefined) return known;
      if (searchesLeft <= 0) return null;
      searchesLeft -= 1;
      const near = nearest(wanted, lengths(), allowed);
      remembered.set(memo, near);
      return near;
    },
  };
}

/** Two titles this alike are probably meant to be one: about one slip in seven letters. */
const alike = 0.85;
/** Below this a slip changes too much of the word; above it nobody types a title by hand. */
const shortest = 5;
const longest = 200;
/** Each search looks at every title of about the right length; so many in one run keep the whole linear. */
const mostSearches = 200;

function typedIndexes(targets: readonly Target[]) {
  const addresses = new Map<string, Target[]>();
  const keys = new Map<string, Target[]>();
  const exact = new Map<string, Target[]>();
  const loose = new Map<string, Target[]>();
  for (const target of targets) {
    addTo(addresses, compact(target.id), target);
    if (target.url !== null) addTo(addresses, withoutQuery(target.url), target);
    if (target.key !== null) addTo(keys, target.key.trim().toLowerCase(), target);
    addTo(exact, target.title, target);
    addTo(loose, normalise(target.title), target);
  }
  // Titles of punctuation alone would otherwise all be the same.
  loose.delete("");
  return { addresses, keys, exact, loose };
}

function addTo(index: Map<string, Target[]>, key: string, target: Target): void {
  const present = index.get(key);
  if (present) present.push(target);
  else index.set(key, [target]);
}

function titlesByLength(
  targets: readonly Target[],
): ReadonlyMap<number, readonly (Target & { loose: string })[]> {
  const lengths = new Map<number, (Target & { loose: string })[]>();
  for (const target of targets) {
    const loose = normalise(target.title);
    const present = lengths.get(loose.length);
    if (present) present.push({ ...target, loose });
    else lengths.set(loose.length, [{ ...target, loose }]);
  }
  return lengths;
}

function nearest(
  wanted: string,
  lengths: ReadonlyMap<number, readonly (Target & { loose: string })[]>,
  allowed: ReadonlySet<TargetKind>,
): string | null {
  let best: { ratio: number; title: string } | null = null;
  for (let length = Math.ceil(wanted.length * alike); length <= wanted.length / alike; length += 1) {
    for (const target of lengths.get(length) ?? []) {
      if (!allowed.has(target.kind)) continue;
      const ratio = 1 - distance(wanted, target.loose) / Math.max(wanted.length, length);
      if (ratio < alike) continue;
      const better =
        best === null || ratio > best.ratio || (ratio === best.ratio && target.title < best.title);
      if (better) best = { ratio, title: target.title };
    }
  }
  return best === null ? null : best.title;
}

/** The address in a cell that is one, or that ends in one as exports of links do: "Title (https://…)". */
function asAddress(text: string): string | null {
  return /^(?:.*\()?(https?:\/\/[^\s()]+)\)?$/su.exec(text.trim())?.[1] ?? null;
}

/** By the whole address, else by any id in it: the last one, because addresses go from the outside in. */
function pointedAt(address: string, addresses: ReadonlyMap<string, readonly Target[]>): readonly Target[] {
  const whole = addresses.get(withoutQuery(address));
  if (whole) return whole;
  for (const segment of address.split(/[/?#&=]/u).toReversed()) {
    const found =
      addresses.get(compact(segment)) ?? addresses.get(segment.slice(segment.lastIndexOf("-") + 1));
    if (found !== undefined) return found;
  }
  return [];
}

function listed(target: Target | undefined): readonly Target[] {
  return target === undefined ? [] : [target];
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/su, "").replace(/\/+$/u, "");
}

/** Ids are written with and without their dashes. */
function compact(id: string): string {
  return id.replaceAll("-", "");
}

function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
