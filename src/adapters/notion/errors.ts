import { isHTTPResponseError } from "@notionhq/client";

import { AppError, ServiceFailedError, ServiceRefusedError } from "../../errors.ts";
import { asRecord } from "../../lib/loose.ts";

/** What was asked for, in the words of the config: for messages. */
export interface Subject {
  readonly connection: string;
  /** Name of the environment variable with the token. */
  readonly tokenEnv: string;
  /** "table", "page", "report" …, and the id or address as written in the config. */
  readonly what: string;
  readonly id: string;
  readonly capability: Capability;
}

/** As Notion's page of a connection names them (developers.notion.com/reference/capabilities). */
export type Capability = "Read content" | "Update content" | "Insert content";

/** `gone`: it, or something it lies in, is in the trash. */
export type RefusalCode =
  | "unauthorized"
  | "restricted"
  | "not-found"
  | "invalid"
  | "bad-cursor"
  | "gone"
  | "blocked";

/** A refusal of Notion's, still with its kind, for those in this folder that can do something about it. */
export class NotionRefusal extends ServiceRefusedError {
  readonly code: RefusalCode;

  constructor(
    code: RefusalCode,
    message: string,
    options: { readonly hint?: string; readonly cause?: unknown },
  ) {
    super(message, options);
    this.code = code;
  }
}

/** Whether it is Notion's refusal of one of these kinds. */
export function isRefusal(error: unknown, ...codes: readonly RefusalCode[]): error is NotionRefusal {
  return error instanceof NotionRefusal && codes.includes(error.code);
}

/** Turns what the SDK throws into what a person can act on. Anything else passes unchanged. */
export function explain(error: unknown, subject: Subject): unknown {
  if (error instanceof AppError || !isHTTPResponseError(error)) return error;
  const where = `${subject.what} ${subject.id} (connection “${subject.connection}”)`;
  const said = oneLine(error.message);
  switch (error.status) {
    case 401:
      return new NotionRefusal(
        "unauthorized",
        `Notion: the token in ${subject.tokenEnv} was refused (connection “${subject.connection}”).`,
        {
          hint: `The token comes from the environment variable ${subject.tokenEnv}. Copy it anew from the connection's page at notion.so/profile/integrations; it may have been revoked or cut short.`,
        },
      );
    case 403:
      return restricted(asRecord(error.additional_data).block_limit, subject, where);
    case 404:
      return new NotionRefusal(
        "not-found",
        `Notion: ${where} is not there, or is not shared with the connection.`,
        {
          hint: `Open it in Notion and add the connection under ••• → Connections. If it is shared, check the id in the config: ${subject.id}.`,
        },
      );
    case 429:
      return new NotionRefusal(
        "blocked",
        `Notion blocks the requests of connection “${subject.connection}”: ${said}`,
        {
          hint: "Waiting will not help. Ask a workspace owner or Notion's support about this connection.",
        },
      );
    case 400:
      return new NotionRefusal(
        codeOfBadRequest(said),
        `Notion did not accept the request about ${where}: ${said}`,
        {},
      );
    default:
      return new ServiceFailedError(`Notion answered ${error.status} about ${where}: ${said}`, {
        hint: "Try again later.",
      });
  }
}

function restricted(blockLimit: unknown, subject: Subject, where: string): NotionRefusal {
  if (blockLimit !== undefined) {
    return new NotionRefusal(
      "restricted",
      `Notion: the workspace has used up the blocks of its free plan, so ${where} cannot get new content.`,
      {
        hint: "See notion.so/help about the block limit of free workspaces; page: living in the config makes fewer blocks.",
      },
    );
  }
  return new NotionRefusal(
    "restricted",
    `Notion: connection “${subject.connection}” may not do this with ${subject.what} ${subject.id}: it lacks the capability “${subject.capability}”.`,
    {
      hint: `Turn on “${subject.capability}” on the connection's page at notion.so/profile/integrations (Capabilities), then run again.`,
    },
  );
}

/** A bad request has one code and many reasons, told apart only by their words (developers.notion.com/reference/status-codes). */
function codeOfBadRequest(said: string): RefusalCode {
  if (/start_cursor/.test(said)) return "bad-cursor";
  return /^Can't edit .*archived/.test(said) ? "gone" : "invalid";
}

/** Notion's own words, kept short: a union fault runs over many lines. */
function oneLine(message: string): string {
  const flat = message.replace(/\s+/g, " ").trim();
  return flat.length > 300 ? `${flat.slice(0, 299)}…` : flat;
}
