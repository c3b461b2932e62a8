import { Ajv, type ValidateFunction } from "ajv";

import { fault, invalid } from "../errors.ts";
import { requestSchemas } from "../schemas/requests.ts";
import { explain, type Schema } from "./explain.ts";
import { isUuid } from "./uuid.ts";

let ajv: Ajv | null = null;
const compiled = new Map<string, ValidateFunction>();

/**
 * Checks a request body against the schema with this name in schemas/requests.ts.
 * @throws NotionError (validation_error) in the API's wording.
 */
export function validateBody(name: string, body: unknown): void {
  if (validatorFor(name)(body)) return;

  const faults = explain(requestSchemas as Readonly<Record<string, Schema>>, name, body, "body");
  const lines = faults.map(({ path, expectation, value }) => fault(path, expectation, value));
  if (lines.length === 1) throw invalid(`body failed validation: ${lines[0]}.`);
  throw invalid(`body failed validation. Fix one:\n${lines.map((line) => `${line}.`).join("\n")}`);
}

/** Compiling takes tens of milliseconds a schema, so it waits for the first use. */
function validatorFor(name: string): ValidateFunction {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  ajv ??= new Ajv({ strict: false, formats: { uuid: isUuid } }).addSchema({
    $id: "notion",
    definitions: requestSchemas,
  });
  const validator = ajv.compile({ $ref: `notion#/definitions/${name}` });
  compiled.set(name, validator);
  return validator;
}
