import type { RequestKind } from "../lost-answers.ts";

/** Queries and searches are POSTs that only read; changes and trashing by id may be repeated. */
export function kindOf(method: string, path: string): RequestKind {
  const verb = method.toUpperCase();
  if (verb === "GET") return "read";
  if (verb === "POST") return /\/(query|search)$/.test(path) ? "read" : "once";
  return verb === "PATCH" && path.endsWith("/children") ? "once" : "repeatable";
}
