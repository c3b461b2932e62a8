import { invalidValue, unknownOption } from "../errors.ts";
import { asTexts, type Json } from "../json.ts";
import type { Field } from "../model.ts";
import type { Writer } from "./writer.ts";

/** A single select takes an option's exact name; with typecast, a name nobody has used becomes an option. */
export function toChoice(writer: Writer, field: Field, value: Json): string {
  if (typeof value === "string") return choiceId(writer, field, value);
  if (writer.typecast && typeof value === "number") return choiceId(writer, field, String(value));
  throw invalidValue(field.name);
}

/** A multiple select takes names and replaces what was there; with typecast, also one text with commas. */
export function toChoices(writer: Writer, field: Field, value: Json): readonly string[] {
  const cast = writer.typecast && typeof value === "string" ? value.split(",") : null;
  const names = cast?.map((name) => name.trim()).filter((name) => name !== "") ?? asTexts(value);
  if (names === null) throw invalidValue(field.name);
  return [...new Set(names.map((name) => choiceId(writer, field, name)))];
}

function choiceId(writer: Writer, field: Field, given: string): string {
  const choices = field.options?.choices ?? [];
  const exact = choices.find(({ name }) => name === given);
  if (exact !== undefined) return exact.id;
  if (!writer.typecast) throw unknownOption(given);
  const trimmed = given.trim();
  const close = choices.find(({ name }) => name === trimmed);
  if (close !== undefined) return close.id;
  if (!writer.mayConfigure) throw unknownOption(given);
  return writer.store.addChoice(field, trimmed).id;
}
