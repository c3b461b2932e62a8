import type { Provider } from "../adapters/provider.ts";
import { providers } from "../adapters/provider.ts";
import { valueAt } from "./known-keys.ts";
import type { Path } from "./problem.ts";

/**
 * What can be made out of a config that may be wrong in any other place, so that checks across keys can be
 * reported together with everything else. Values of the wrong shape are left out: the schema speaks of them.
 */
export interface Outline {
  /** null when the group itself is missing or misshapen. A connection's provider is null when unknown. */
  readonly connections: ReadonlyMap<string, Provider | null> | null;
  readonly tables: readonly OutlineTable[];
  readonly destinations: readonly OutlineDestination[];
}

export interface OutlineTable {
  readonly path: Path;
  readonly role: (typeof roles)[number];
  readonly from: string | null;
  readonly table: string | null;
  /** As written: a kind's name, or a group of keys. */
  readonly kind: unknown;
}

interface OutlineDestination {
  readonly path: Path;
  readonly connection: string | null;
  readonly keys: readonly string[];
}

const roles = ["goals", "results", "events", "learning"] as const;

export function outlineOf(value: unknown): Outline {
  const connections = valueAt(value, "connections");
  return {
    connections: isGroup(connections)
      ? new Map(Object.entries(connections).map(([name, settings]) => [name, providerOf(settings)]))
      : null,
    tables: roles.flatMap((role) => {
      const path = ["tables", role];
      const entry = path.reduce<unknown>(valueAt, value);
      return Array.isArray(entry)
        ? entry.map((one: unknown, index) => tableOf(one, role, [...path, index]))
        : [tableOf(entry, role, path)];
    }),
    destinations: listAt(value, ["report", "to"]).map((one, index) => ({
      path: ["report", "to", index],
      connection: textAt(one, "connection"),
      keys: isGroup(one) ? Object.keys(one) : [],
    })),
  };
}

function tableOf(value: unknown, role: OutlineTable["role"], path: Path): OutlineTable {
  return {
    path,
    role,
    from: textAt(value, "from"),
    table: textAt(value, "table"),
    kind: valueAt(value, "kind"),
  };
}

function providerOf(settings: unknown): Provider | null {
  return providers.find((provider) => provider === valueAt(settings, "provider")) ?? null;
}

function textAt(value: unknown, key: string): string | null {
  const text = valueAt(value, key);
  return typeof text === "string" && text !== "" ? text : null;
}

function listAt(value: unknown, path: Path): readonly unknown[] {
  const list = path.reduce<unknown>(valueAt, value);
  return Array.isArray(list) ? list : [];
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
