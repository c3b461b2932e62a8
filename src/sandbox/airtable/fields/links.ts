import { notPermitted, refusal, rowDoesNotExist } from "../errors.ts";
import { looksLikeId } from "../ids.ts";
import { asTexts, type Json } from "../json.ts";
import { tableOf } from "../lookup.ts";
import type { Field } from "../model.ts";
import type { Writer } from "./writer.ts";

/**
 * A link takes a list of record ids and replaces what was there. `prefersSingleRecordLink` is a rule of the
 * product's screens, not of the API. With typecast, names find or make rows.
 */
export function toLinks(writer: Writer, field: Field, value: Json): readonly string[] {
  const table = tableOf(writer.base, field);
  const cast =
    writer.typecast && typeof value === "string" ? value.split(",").map((name) => name.trim()) : null;
  const given = cast ?? asTexts(value);
  if (given === null || (!writer.typecast && !given.every((id) => looksLikeId("rec", id)))) {
    // The real message leaves out which field it was.
    throw refusal(422, "INVALID_VALUE_FOR_COLUMN", "Value is not an array of record IDs.");
  }
  const ids = given.map((one) => {
    if (table?.rows.has(one) === true) return one;
    if (table === null || looksLikeId("rec", one)) throw rowDoesNotExist(one);
    const made = writer.createLinked(table, one);
    if (made === null) throw notPermitted(`You are not permitted to create records in table "${table.name}"`);
    return made;
  });
  return [...new Set(ids)];
}
