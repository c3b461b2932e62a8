/** The answers that say no, in every body shape the API documents. */

/** Thrown inside the stand-in; the router answers with it. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown, message: string) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

/** `{"error":{"type","message"}}`; without a message, `{"error":{"type"}}`. */
export function refusal(status: number, type: string, message?: string): Refusal {
  const error = message === undefined ? { type } : { type, message };
  return new Refusal(status, { error }, `${type}: ${message ?? ""}`);
}

/** No such route, or an id in the path that is not shaped like one: `{"error":"NOT_FOUND"}`. */
export function noSuchRoute(): Refusal {
  return new Refusal(404, { error: "NOT_FOUND" }, "NOT_FOUND");
}

/** 401 for a token that is missing, malformed, revoked or wrong. */
export function authenticationRequired(): Refusal {
  return refusal(401, "AUTHENTICATION_REQUIRED", "Authentication required");
}

/** One vague answer for unknown, not granted, not a collaborator and scope missing alike. */
export function notAllowedOrNotFound(): Refusal {
  return refusal(
    403,
    "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
    "Invalid permissions, or the requested model was not found. Check that both your user and your token have the required permissions, and that the model names and/or ids are correct.",
  );
}

/** 403 for a known thing and an action that is not allowed on it. */
export function notPermitted(message: string): Refusal {
  return refusal(403, "INVALID_PERMISSIONS", message);
}

/** How a single-record route says that the record is gone; both have been seen. */
export type MissingRecordForm = "model-id" | "bare";

/** 404 on routes about one record. */
export function recordGone(form: MissingRecordForm): Refusal {
  return form === "bare" ? noSuchRoute() : refusal(404, "MODEL_ID_NOT_FOUND", "Record not found");
}

/** 422 for an unknown record in a batch or a link. */
export function rowDoesNotExist(id: string): Refusal {
  return refusal(422, "ROW_DOES_NOT_EXIST", `Record ID ${id} does not exist in this table`);
}

/** 422 for parameters and bodies in general. */
export function invalidRequest(message: string): Refusal {
  return refusal(422, "INVALID_REQUEST_UNKNOWN", `Invalid request: ${message}`);
}

/** 422 for a field that is named and does not exist. */
export function unknownField(name: string): Refusal {
  return refusal(422, "UNKNOWN_FIELD_NAME", `Unknown field name: "${name}"`);
}

/** 422 for a value that the field cannot hold; names the field, never the record. */
export function invalidValue(fieldName: string, why = "cannot accept the provided value"): Refusal {
  return refusal(422, "INVALID_VALUE_FOR_COLUMN", `Field "${fieldName}" ${why}`);
}

/** The real message speaks of a missing permission, which misleads: what is missing is the option. */
export function unknownOption(name: string): Refusal {
  return refusal(
    422,
    "INVALID_MULTIPLE_CHOICE_OPTIONS",
    `Insufficient permissions to create new select option ""${name}""`,
  );
}

/** 422 for a filter that cannot be evaluated. */
export function invalidFormula(why: string): Refusal {
  return refusal(422, "INVALID_FILTER_BY_FORMULA", `The formula for filtering records is invalid: ${why}`);
}

/** 422 for a list of records that is too long or malformed. */
export function invalidRecords(message: string): Refusal {
  return refusal(422, "INVALID_RECORDS", message);
}
