import { json, type SandboxReply } from "../server/messages.ts";

/** Notion's error codes that the stand-in gives by itself (https://developers.notion.com/reference/status-codes). */
export type ErrorCode =
  | "invalid_json"
  | "invalid_request_url"
  | "invalid_request"
  | "validation_error"
  | "missing_version"
  | "unauthorized"
  | "restricted_resource"
  | "object_not_found"
  | "conflict_error"
  | "rate_limited"
  | "internal_server_error";

const STATUS: Readonly<Record<ErrorCode, number>> = {
  invalid_json: 400,
  invalid_request_url: 400,
  invalid_request: 400,
  validation_error: 400,
  missing_version: 400,
  unauthorized: 401,
  restricted_resource: 403,
  object_not_found: 404,
  conflict_error: 409,
  rate_limited: 429,
  internal_server_error: 500,
};

/** Thrown inside the stand-in; becomes an error answer in Notion's shape. */
export class NotionError extends Error {
  override readonly name = "NotionError";
  readonly code: ErrorCode;
  readonly additionalData: Readonly<Record<string, unknown>> | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    message: string,
    extra: {
      readonly additionalData?: Readonly<Record<string, unknown>>;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(message);
    this.code = code;
    this.additionalData = extra.additionalData;
    this.headers = extra.headers ?? {};
  }

  toReply(): SandboxReply {
    return json(
      STATUS[this.code],
      errorBody(STATUS[this.code], this.code, this.message, this.additionalData),
      {
        ...this.headers,
      },
    );
  }
}

/** The shape of every error Notion sends as JSON; `request_id` is added on the way out. */
export function errorBody(
  status: number,
  code: string,
  message: string,
  additionalData?: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return {
    object: "error",
    status,
    code,
    message,
    ...(additionalData === undefined ? {} : { additional_data: additionalData }),
  };
}

export function invalid(message: string): NotionError {
  return new NotionError("validation_error", message);
}

/** "<where> failed validation: <path> should be <expectation>, instead was `<value>`." */
export function failedValidation(path: string, expectation: string, value: unknown): NotionError {
  const where = path.slice(0, path.search(/[.[]|$/));
  return invalid(`${where} failed validation: ${fault(path, expectation, value)}.`);
}

/** One fault in the API's wording, without the full stop. */
export function fault(path: string, expectation: string, value: unknown): string {
  return `${path} should be ${expectation}, instead was \`${shown(value)}\``;
}

function shown(value: unknown): string {
  if (value === undefined) return "undefined";
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}
