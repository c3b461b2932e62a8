import { ServiceFailedError, ServiceRefusedError } from "../../errors.ts";
import type { Answer } from "./wire.ts";

/** What was asked for, in the words of the config: for messages. */
export interface Subject {
  /** "the base", "table “Goals”", "the report in table “Reports”" … */
  readonly what: string;
  readonly doing: "schema" | "read" | "write";
}

interface FullSubject extends Subject {
  readonly connection: string;
  readonly base: string;
  /** Name of the environment variable with the token. */
  readonly tokenEnv: string;
}

/** A refusal of Airtable's, still with its type, for those in this folder that can do something about it. */
export class AirtableRefusal extends ServiceRefusedError {
  readonly type: string;

  constructor(type: string, message: string, hint?: string) {
    super(message, { hint });
    this.type = type;
  }
}

/** Whether it is Airtable's refusal of one of these types. */
export function isRefusal(error: unknown, ...types: readonly string[]): error is AirtableRefusal {
  return error instanceof AirtableRefusal && types.includes(error.type);
}

/** What a page cursor's end is called: the list has to be begun anew (airtable.com/developers/web/api/list-records). */
export const cursorTypes = ["LIST_RECORDS_ITERATOR_NOT_AVAILABLE", "INVALID_OFFSET_VALUE"] as const;
/** A record that is gone, in all its forms. */
export const goneTypes = ["NOT_FOUND", "MODEL_ID_NOT_FOUND", "ROW_DOES_NOT_EXIST"] as const;

const scopes: Readonly<Record<Subject["doing"], string>> = {
  schema: "schema.bases:read",
  read: "data.records:read",
  write: "data.records:write",
};

/** Turns an answer that is a refusal into what a person can act on. Statuses: airtable.com/developers/web/api/errors. */
export function refuse(answer: Answer, subject: FullSubject): ServiceRefusedError | ServiceFailedError {
  const { status } = answer;
  const type = answer.type ?? `HTTP_${status}`;
  const where = `${subject.what} (connection “${subject.connection}”)`;
  const said = oneLine(answer.message ?? answer.type ?? `status ${status}`);
  switch (status) {
    case 401:
      return new AirtableRefusal(
        type,
        `Airtable: the token in ${subject.tokenEnv} was refused (connection “${subject.connection}”).`,
        `The token comes from the environment variable ${subject.tokenEnv}. Make or copy one at airtable.com/create/tokens: it begins with “pat”, has a dot in it and about 82 characters. What stands before the dot is only its id.`,
      );
    case 403:
      return forbidden(type, said, subject);
    case 404:
      return new AirtableRefusal(
        type,
        `Airtable: ${where} is not there any more.`,
        "It may have been deleted while this ran, or an id in the config is cut short. Run again.",
      );
    case 413:
      return new AirtableRefusal(
        type,
        `Airtable: what was sent about ${where} is too large for one request.`,
      );
    case 422:
      return unprocessable(type, said, where);
    default:
      if (status >= 500)
        return new ServiceFailedError(`Airtable answered ${status} about ${where}: ${said}`, {
          hint: "Try again later.",
        });
      return new AirtableRefusal(type, `Airtable did not accept the request about ${where}: ${said}`);
  }
}

/** Airtable gives one answer for all of these, on purpose. */
function forbidden(
  type: string,
  said: string,
  { what, doing, connection, base }: FullSubject,
): AirtableRefusal {
  const verb = { schema: "see", read: "read", write: "write to" }[doing];
  const role =
    doing === "write" ? "at least editor, with no lock on the table or its fields" : "at least reader";
  const words = type === "INVALID_PERMISSIONS" ? ` Airtable says: ${said}` : "";
  return new AirtableRefusal(
    type,
    `Airtable: connection “${connection}” may not ${verb} ${what}, or it is not there.${words}`,
    `Check three things at airtable.com/create/tokens and in the base: (1) the token's access list holds base ${base}; (2) the token has the scope ${scopes[doing]} (the job needs ${Object.values(scopes).join(", ")}); (3) the id in the config is right, and the token's owner is ${role} in the base.`,
  );
}

function unprocessable(type: string, said: string, where: string): AirtableRefusal {
  switch (type) {
    case "UNKNOWN_FIELD_NAME":
      return new AirtableRefusal(
        type,
        `Airtable: a column of ${where} was renamed or deleted while this ran. Airtable says: ${said}`,
        "Run again: columns are looked up anew.",
      );
    case "INVALID_VALUE_FOR_COLUMN":
      return new AirtableRefusal(
        type,
        `Airtable: a column of ${where} does not take what was written. Airtable says: ${said}`,
        "The column may have become a computed one or another type, or its limit of 100,000 characters may be reached. Choose another column in the config.",
      );
    case "INVALID_MULTIPLE_CHOICE_OPTIONS":
      return new AirtableRefusal(
        type,
        `Airtable: an option that was to be written is not (or no longer) among those of its column in ${where}. Airtable says: ${said}`,
        "Add the option in Airtable again: options are never made by this job.",
      );
    default:
      return new AirtableRefusal(
        type,
        `Airtable did not accept the request about ${where}: ${said}`,
        /record.*limit|limit.*record|too many records/i.test(said)
          ? "The base holds as many records as its plan allows. Delete some, or write the report to another base."
          : undefined,
      );
  }
}

/** Airtable's own words, kept short. */
function oneLine(message: string): string {
  const flat = message.replace(/\s+/g, " ").trim();
  return flat.length > 300 ? `${flat.slice(0, 299)}…` : flat;
}
