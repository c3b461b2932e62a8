/**
 * What may be done again when an answer is lost:
 * - `read`: always; queries and searches are POSTs that only read.
 * - `repeatable`: a write that ends the same however often it is sent (change by id, trash by id).
 * - `once`: makes something new each time. Notion knows no idempotency keys.
 */
export type RequestKind = "read" | "repeatable" | "once";

export function kindOf(method: string, path: string): RequestKind {
  const verb = method.toUpperCase();
  if (verb === "GET") return "read";
  if (verb === "POST") return /\/(query|search)$/.test(path) ? "read" : "once";
  return verb === "PATCH" && path.endsWith("/children") ? "once" : "repeatable";
}
