import { z } from "zod";

const secretName = z
  .string()
  .regex(/^[A-Z_][A-Z0-9_]*$/, "must be the NAME of an environment variable, such as NOTION_TOKEN")
  .describe(
    "Name of the environment variable that holds the token. The token itself never goes into this file",
  );

const patienceMinutes = z
  .number()
  .min(0)
  .max(600)
  .default(15)
  .describe("How many minutes one run may wait in all for rate limits and outages before it gives up");

/** Notion itself gives up at about 60 s (developers.notion.com/reference/request-limits); Airtable publishes nothing. */
const timeoutSeconds = z
  .number()
  .min(0.1)
  .max(600)
  .default(70)
  .describe("How long one answer may take, from the first byte to the last, before it is asked for again");

/** Published: 180 requests per 60 s window for most plans, 600 for Business and Enterprise (developers.notion.com/reference/request-limits). */
const notionConnection = z
  .strictObject({
    provider: z.literal("notion").describe("Notion"),
    tokenEnv: secretName.default("NOTION_TOKEN"),
    requestsPerMinute: z
      .int()
      .min(1)
      .max(6000)
      .default(180)
      .describe("What your Notion plan allows this connection, per 60 s"),
    patienceMinutes,
    timeoutSeconds,
  })
  .describe("A Notion workspace, as far as it is shared with the connection");

/** Published: 5 requests a second a base for every plan (airtable.com/developers/web/api/rate-limits); we stay below. */
const airtableConnection = z
  .strictObject({
    provider: z.literal("airtable").describe("Airtable"),
    tokenEnv: secretName.default("AIRTABLE_TOKEN"),
    base: z
      .string()
      .regex(
        /^app[A-Za-z0-9]{14}$/,
        "must be a base id: app and 14 letters or digits, as in the base's address",
      )
      .describe("The base's id, as in its address: app and 14 letters or digits"),
    requestsPerSecond: z
      .number()
      .min(0.2)
      .max(50)
      .default(4)
      .describe("Requests a second to this base; Airtable refuses more than 5"),
    patienceMinutes,
    timeoutSeconds,
  })
  .describe("One Airtable base");

const filesConnection = z
  .strictObject({
    provider: z.literal("files").describe("CSV files, as both services export them"),
    folder: z.string().min(1).describe("Folder of CSV exports, relative to the config file"),
  })
  .describe("A folder of CSV files");

export const connection = z.discriminatedUnion("provider", [
  notionConnection,
  airtableConnection,
  filesConnection,
]);

/** Starts with a letter or digit, so that a name reads the same in messages, logs and file names. */
export const connectionName = z
  .string()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u,
    "must start with a letter or digit and hold only letters, digits, spaces, dots, dashes and underscores",
  );
