import { invalidValue } from "../errors.ts";
import { asObject, type Json } from "../json.ts";
import type { Field } from "../model.ts";
import type { Writer } from "./writer.ts";

/** A collaborator is given as `{id}` or `{email}`; with typecast, as a plain id, address or name. */
export function toPerson(writer: Writer, field: Field, value: Json): string {
  const object = asObject(value);
  const wanted = object?.["id"] ?? object?.["email"] ?? (writer.typecast ? value : null);
  return userId(writer, field, wanted);
}

/** The documentation wants ids; clients also send objects. Replaces what was there. */
export function toPeople(writer: Writer, field: Field, value: Json): readonly string[] {
  if (!Array.isArray(value)) throw invalidValue(field.name);
  const list: readonly Json[] = value;
  return [
    ...new Set(
      list.map((one) =>
        typeof one === "string" ? userId(writer, field, one) : toPerson(writer, field, one),
      ),
    ),
  ];
}

function userId(writer: Writer, field: Field, wanted: Json): string {
  for (const user of writer.store.db.users.values()) {
    if (!writer.base.roles.has(user.id)) continue;
    if (user.id === wanted || user.email === wanted) return user.id;
    if (writer.typecast && user.name !== null && user.name === wanted) return user.id;
  }
  throw invalidValue(field.name);
}
