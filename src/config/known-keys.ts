import { configJsonSchema } from "./json-schema.ts";
import type { Path } from "./problem.ts";

/** The part of JSON Schema that the config's own schema uses. */
interface Node {
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node | boolean;
  readonly prefixItems?: readonly Node[];
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

export interface SchemaGuide {
  /** Every key that may stand in the group at this path. */
  knownKeys(path: Path): readonly string[];
  /** The sentence that says what belongs there; null when there is none. */
  describe(path: Path): string | null;
}

/** Answers from the schema, following the branches that fit what the person wrote. */
export function schemaGuide(value: unknown): SchemaGuide {
  const root: Node = configJsonSchema();
  return {
    knownKeys: (path) => [
      ...new Set(nodesAt(root, value, path).flatMap((node) => Object.keys(node.properties ?? {}))),
    ],
    describe: (path) => {
      const parents = nodesAt(root, value, path.slice(0, -1));
      const own = parents.flatMap((parent) => children(parent, path.at(-1) ?? ""));
      return own.find((node) => node.description !== undefined)?.description ?? null;
    },
  };
}

function nodesAt(root: Node, value: unknown, path: Path): readonly Node[] {
  let nodes = branches(root, value);
  let here = value;
  for (const step of path) {
    here = valueAt(here, step);
    nodes = nodes.flatMap((node) => children(node, step)).flatMap((node) => branches(node, here));
  }
  return nodes;
}

function branches(node: Node, value: unknown): readonly Node[] {
  const options = node.anyOf ?? node.oneOf;
  if (options === undefined) return [node];
  const flat = options.flatMap((option) => branches(option, value));
  // Several kinds of connection share a place: the one that says the same `provider` is meant.
  const named = flat.filter((option) => {
    const provider = option.properties?.["provider"]?.const;
    return provider !== undefined && provider === valueAt(value, "provider");
  });
  return named.length > 0 ? named : flat;
}

function children(node: Node, step: string | number): readonly Node[] {
  if (typeof step === "number") {
    const item = node.prefixItems?.[step] ?? node.items;
    return typeof item === "object" ? [item] : [];
  }
  const own =
    node.properties !== undefined && Object.hasOwn(node.properties, step) ? node.properties[step] : null;
  if (own) return [own];
  return typeof node.additionalProperties === "object" ? [node.additionalProperties] : [];
}

/** What stands at one step below a value, however wrong its shape may be. */
export function valueAt(value: unknown, step: string | number): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Readonly<Record<string | number, unknown>>)[step];
}
