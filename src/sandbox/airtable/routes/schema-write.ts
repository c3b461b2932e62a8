import { invalidRequest, notAllowedOrNotFound, refusal } from "../errors.ts";
import { canBePrimary, isWritable } from "../fields/catalogue.ts";
import { asObject, type Json, type JsonObject } from "../json.ts";
import type { Field, Table } from "../model.ts";
import { checkKeys } from "../query.ts";
import { addField, addTable, checkFieldName, type FieldInput } from "../schema.ts";
import { bodyOf, type BaseCall, type Route } from "./call.ts";
import { fieldJson, tableJson } from "./meta.ts";
import { requireTable } from "./records.ts";

const configure = { scope: "schema.bases:write", about: "base", role: "create", metered: false } as const;
const tables = "/v0/meta/bases/{base}/tables";

/** Making and renaming tables and fields; nothing public deletes them. */
export const schemaWriteRoutes: readonly Route[] = [
  { ...configure, method: "POST", pattern: tables, run: createTable },
  { ...configure, method: "PATCH", pattern: `${tables}/{tableId}`, run: changeTable },
  { ...configure, method: "POST", pattern: `${tables}/{tableId}/fields`, run: createField },
  { ...configure, method: "PATCH", pattern: `${tables}/{tableId}/fields/{fieldId}`, run: changeField },
];

function createTable(call: BaseCall): unknown {
  const body = checkedBody(call, ["name", "description", "fields"]);
  const { name, description, fields } = body;
  if (typeof name !== "string" || !Array.isArray(fields) || fields.length === 0) {
    throw invalidRequest("a table needs a name and at least one field");
  }
  const inputs = fields.map((field: Json) => fieldInput(asObject(field) ?? {}, call));
  const primary = inputs[0]?.type ?? "";
  if (!canBePrimary(primary)) {
    throw refusal(422, "INVALID_PRIMARY_FIELD_TYPE", `A field of type ${primary} cannot come first`);
  }
  const table = addTable(
    call.base,
    { name, fields: inputs, ...(typeof description === "string" ? { description } : {}) },
    call.state.store.newId,
  );
  return tableJson(call.base, table, false);
}

function changeTable(call: BaseCall): unknown {
  const { name, description } = checkedBody(call, ["name", "description"]);
  const table = requireTable(call);
  if (typeof name === "string") table.name = name;
  if (typeof description === "string") table.description = description;
  return tableJson(call.base, table, false);
}

function createField(call: BaseCall): unknown {
  const input = fieldInput(bodyOf(call), call);
  const table = requireTable(call);
  return fieldJson(call.base, table, addField(call.base, table, input, call.state.store.newId));
}

function changeField(call: BaseCall): unknown {
  const { name, description } = checkedBody(call, ["name", "description"]);
  const table = requireTable(call);
  const field = fieldInPath(call, table);
  if (typeof name === "string" && name !== field.name) {
    checkFieldName(table, name);
    field.name = name;
  }
  if (typeof description === "string") field.description = description;
  return fieldJson(call.base, table, field);
}

function fieldInPath(call: BaseCall, table: Table): Field {
  const field = table.fields.find(({ id }) => id === call.path["fieldId"]);
  if (field === undefined) throw notAllowedOrNotFound();
  return field;
}

/** Formulas, rollups, lookups, counts and the other computed fields can only be made by people. */
function fieldInput(given: JsonObject, call: BaseCall): FieldInput {
  checkKeys(given, ["name", "type", "description", "options"], call.state.settings.strictKeys);
  const { name, type, description, options } = given;
  if (typeof name !== "string" || typeof type !== "string")
    throw invalidRequest("a field needs a name and a type");
  if (!isWritable(type)) {
    throw refusal(
      422,
      "UNSUPPORTED_FIELD_TYPE_FOR_CREATE",
      `Creating ${type} fields is not supported at this time`,
    );
  }
  const settings = asObject(options);
  return {
    name,
    type,
    ...(typeof description === "string" ? { description } : {}),
    ...(settings === null ? {} : { options: settings }),
  };
}

function checkedBody(call: BaseCall, known: readonly string[]): JsonObject {
  const body = bodyOf(call);
  checkKeys(body, known, call.state.settings.strictKeys);
  return body;
}
