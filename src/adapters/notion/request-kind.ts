/**
 * What may be done again when an answer is lost:
 * - `read`: always; queries and searches are POSTs that only read.
 * - `repeatable`: a write that ends the same however often it is sent (change by id, trash by id, upload a file).
 * - `once`: makes something new each time. Notion knows no idempotency keys.
 */
export type RequestKind = "read" | "repeatable" | "once";

export function kindOf(method: string, path: string): RequestKind {
  const verb = method.toUpperCase();
  if (verb === "GET") return "read";
  // An upload that nothing is attached to vanishes within the hour.
  if (verb === "POST" && /\/file_uploads(\/[^/]+\/send)?$/.test(path)) return "repeatable";
  if (verb === "POST") return /\/(query|search)$/.test(path) ? "read" : "once";
  return verb === "PATCH" && path.endsWith("/children") ? "once" : "repeatable";
}
