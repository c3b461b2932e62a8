/** What is true of a field type as such. Source: the field model page of the API docs. */

/** Types whose cells people and the API may set; every other type, known or not, is only read. */
const WRITABLE = new Set([
  "singleLineText",
  "email",
  "url",
  "phoneNumber",
  "multilineText",
  "richText",
  "number",
  "currency",
  "percent",
  "duration",
  "rating",
  "checkbox",
  "singleSelect",
  "multipleSelects",
  "singleCollaborator",
  "multipleCollaborators",
  "date",
  "dateTime",
  "multipleRecordLinks",
  "multipleAttachments",
  "barcode",
]);

/** False for computed and for unknown types. */
export function isWritable(type: string): boolean {
  return WRITABLE.has(type);
}

/** What a table's first field may be (create table page). */
const PRIMARY = new Set([
  "singleLineText",
  "multilineText",
  "date",
  "phoneNumber",
  "email",
  "url",
  "number",
  "currency",
  "percent",
  "duration",
  "barcode",
  "formula",
  "autoNumber",
]);

/** Whether a table may begin with such a field. */
export function canBePrimary(type: string): boolean {
  return PRIMARY.has(type);
}

/** What an upsert may merge on (update multiple records page). */
const MERGEABLE = new Set([
  "number",
  "singleLineText",
  "multilineText",
  "singleSelect",
  "multipleSelects",
  "date",
]);

/** Whether such a field may be an upsert key. */
export function canMergeOn(type: string): boolean {
  return MERGEABLE.has(type);
}
