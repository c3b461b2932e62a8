const DASHED = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Version 1 to 8 and the RFC 9562 variant; Notion refuses an id with another nibble there. */
const VERSION_AND_VARIANT = /^.{14}[1-8].{4}[89ab]/;
const NIL = "00000000-0000-0000-0000-000000000000";

/** Notion takes ids with and without dashes; the all-zero id passes, and is then not found. */
export function isUuid(text: string): boolean {
  const id = dashed(text);
  return DASHED.test(id) && (id === NIL || VERSION_AND_VARIANT.test(id));
}

/** The form in which ids are stored and answered. */
export function dashed(text: string): string {
  const lower = text.toLowerCase();
  if (!/^[0-9a-f]{32}$/.test(lower)) return lower;
  return lower.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
