import { roleOf } from "../access.ts";
import { invalidRequest } from "../errors.ts";
import { asTexts } from "../json.ts";
import type { Base, Field, Table } from "../model.ts";
import { checkKeys } from "../query.ts";
import type { BaseCall, Route, RouteCall } from "./call.ts";

/** Who am I, which bases, which tables and fields. */
export const metaRoutes: readonly Route[] = [
  { method: "GET", pattern: "/v0/meta/whoami", scope: null, about: "account", run: whoAmI },
  { method: "GET", pattern: "/v0/meta/bases", scope: "schema.bases:read", about: "account", run: listBases },
  {
    method: "GET",
    pattern: "/v0/meta/bases/{base}/tables",
    scope: "schema.bases:read",
    about: "base",
    role: "read",
    metered: false,
    run: listTables,
  },
];

function whoAmI({ state, token }: RouteCall): unknown {
  const user = state.store.db.users.get(token.userId);
  return token.scopes.has("user.email:read")
    ? { id: token.userId, email: user?.email }
    : { id: token.userId };
}

/** Bases on the token's list in which its user takes part; the real page size of 1,000 is never reached here. */
function listBases({ state, token, query }: RouteCall): unknown {
  checkKeys(query, ["offset"], state.settings.strictKeys);
  const bases = [...state.store.db.bases.values()].filter(
    (base) => token.bases.has(base.id) && roleOf(base, token) !== "none",
  );
  return {
    bases: bases.map((base) => ({ id: base.id, name: base.name, permissionLevel: roleOf(base, token) })),
  };
}

function listTables({ base, query, state }: BaseCall): unknown {
  checkKeys(query, ["include"], state.settings.strictKeys);
  const include = query["include"] === undefined ? [] : asTexts(query["include"]);
  if (include === null || include.some((one) => one !== "visibleFieldIds")) {
    throw invalidRequest("include knows visibleFieldIds only");
  }
  return { tables: base.tables.map((table) => tableJson(base, table, include.length > 0)) };
}

/** A table as the schema route shows it. */
export function tableJson(base: Base, table: Table, withVisibleFields: boolean): unknown {
  return {
    id: table.id,
    name: table.name,
    ...(table.description === null ? {} : { description: table.description }),
    primaryFieldId: table.primaryFieldId,
    fields: table.fields.map((field) => fieldJson(base, table, field)),
    views: table.views.map(({ id, name, type, visibleFieldIds }) => ({
      id,
      name,
      type,
      ...(withVisibleFields && type === "grid"
        ? { visibleFieldIds: visibleFieldIds ?? table.fields.map((field) => field.id) }
        : {}),
    })),
  };
}

/** A field as the schema route shows it; a computed one says whether what it rests on is still there. */
export function fieldJson(base: Base, table: Table, field: Field): unknown {
  const { id, name, type, description, options } = field;
  return {
    id,
    name,
    type,
    ...(description === undefined ? {} : { description }),
    ...(options === null ? {} : { options: { ...options, ...validity(base, table, field) } }),
  };
}

function validity(base: Base, table: Table, field: Field): { isValid?: boolean } {
  if (!["count", "multipleLookupValues", "rollup"].includes(field.type)) return {};
  const link = table.fields.find(({ id }) => id === field.options?.recordLinkFieldId);
  const linked = base.tables.find(({ id }) => id === link?.options?.linkedTableId);
  if (field.type === "count") return { isValid: linked !== undefined };
  return { isValid: linked?.fields.some(({ id }) => id === field.options?.fieldIdInLinkedTable) === true };
}
