import type { RequestKind } from "../lost-answers.ts";

/** Queries and searches are POSTs that only read; changes and trashing by id, and sending a file, may be repeated. */
export function kindOf(method: string, path: string): RequestKind {
  const verb = method.toUpperCase();
  if (verb === "GET") return "read";
  // An upload that nothing is attached to vanishes within the hour.
  if (verb === "POST" && /\/file_uploads(\/[^/]+\/send)?$/.test(path)) return "repeatable";
  if (verb === "POST") return /\/(query|search)$/.test(path) ? "read" : "once";
  return verb === "PATCH" && path.endsWith("/children") ? "once" : "repeatable";
}
