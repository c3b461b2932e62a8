import { invalid } from "./errors.ts";

/** One field of a form as it was sent. */
interface FormField {
  /** Null when the sender names none. */
  readonly contentType: string | null;
  /** One character a byte. */
  readonly content: string;
}

/**
 * The fields of a multipart/form-data body, by name.
 * @throws NotionError when the body is of another type.
 */
export function readForm(bytes: Uint8Array, contentType: string): ReadonlyMap<string, FormField> {
  const [, boundary] = /^multipart\/form-data;.*boundary="?([^";]+)"?/.exec(contentType) ?? [];
  if (boundary === undefined) throw invalid("Content-Type should be multipart/form-data.");
  const fields = new Map<string, FormField>();
  for (const piece of Buffer.from(bytes).toString("latin1").split(`--${boundary}`)) {
    const end = piece.indexOf("\r\n\r\n");
    const head = piece.slice(0, end);
    const [, name] = /name="([^"]*)"/.exec(head) ?? [];
    if (end < 0 || name === undefined) continue;
    const [, type = null] = /^content-type:\s*([^;\r\n]+)/im.exec(head) ?? [];
    fields.set(name, { contentType: type?.trim().toLowerCase() ?? null, content: piece.slice(end + 4, -2) });
  }
  return fields;
}
