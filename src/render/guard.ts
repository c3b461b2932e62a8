/** A field that a template asked for and that is not there. */
export interface MissedField {
  /** Where it was looked for: `goals.0`; empty for the top. */
  readonly path: string;
  readonly name: string;
  readonly known: readonly string[];
}

const originals = new WeakMap<object, object>();

/**
 * The value, watched: when a template asks for a field that is not its own, `onMiss` hears where, and what is
 * known there. Nothing inherited can be reached.
 */
export function guard(value: unknown, path: string, onMiss: (miss: MissedField) => void): unknown {
  if (typeof value !== "object" || value === null) return value;
  const seen = new Map<string, unknown>();
  const proxy: object = new Proxy(value, {
    has(target, name) {
      if (typeof name === "symbol" || Object.hasOwn(target, name)) return Object.hasOwn(target, name);
      onMiss({ path, name, known: Array.isArray(target) ? [] : Object.keys(target).sort() });
      return false;
    },
    get(target, name) {
      // Handlebars puts the object into its own message, which needs it as text.
      if (name === Symbol.toPrimitive) return () => "a value";
      if (typeof name === "symbol" || !Object.hasOwn(target, name)) return undefined;
      if (!seen.has(name)) {
        seen.set(name, guard(Reflect.get(target, name), path ? `${path}.${name}` : name, onMiss));
      }
      return seen.get(name);
    },
  });
  originals.set(proxy, value);
  return proxy;
}

/** The value itself, for helpers that work on lists and objects. */
export function unguard(value: unknown): unknown {
  return typeof value === "object" && value !== null ? (originals.get(value) ?? value) : value;
}
