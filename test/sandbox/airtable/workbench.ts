import Airtable from "airtable";
import { onTestFinished } from "vitest";
import { startAirtableStandIn, type AirtableStandInOptions } from "../../../src/sandbox/airtable/index.ts";
import type { Scope } from "../../../src/sandbox/airtable/model.ts";
import { manualClock } from "../../../src/sandbox/server/clock.ts";

const ALL_SCOPES: readonly Scope[] = [
  "data.records:read",
  "data.records:write",
  "data.recordComments:read",
  "data.recordComments:write",
  "schema.bases:read",
  "schema.bases:write",
  "user.email:read",
];

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly id?: string;
    readonly createdTime?: string;
    readonly fields: Record<string, unknown>;
    readonly records: readonly { id: string; fields: Record<string, unknown>; commentCount?: number }[];
    readonly offset?: string | null;
    readonly error?: string | { readonly type: string; readonly message?: string };
    readonly [key: string]: unknown;
  };
}

/** A running stand-in with one base of two linked tables, one user and one token; no rate limit unless asked for. */
export async function startWorkbench(options: AirtableStandInOptions = {}) {
  const clock = manualClock("2026-11-22T09:00:00.000Z");
  const standIn = await startAirtableStandIn({ clock, rateLimit: false, ...options });
  onTestFinished(() => standIn.close());
  const { workspace } = standIn;

  const base = workspace.addBase({ name: "Program" });
  const user = workspace.addUser({ name: "Rosa", email: "rosa@example.org" });
  workspace.share(base.id, user.id, "create");
  const token = workspace.issueToken({ userId: user.id, scopes: ALL_SCOPES });
  const goals = workspace.addTable(base.id, {
    name: "Goals",
    fields: [
      { name: "Name", type: "singleLineText" },
      { name: "Notes", type: "multilineText" },
      { name: "Score", type: "number", options: { precision: 2 } },
      { name: "Share", type: "percent" },
      { name: "Stars", type: "rating", options: { max: 5 } },
      { name: "Done", type: "checkbox" },
      { name: "Status", type: "singleSelect", options: { choices: [{ name: "Active" }, { name: "Over" }] } },
      { name: "Tags", type: "multipleSelects", options: { choices: [{ name: "a" }, { name: "b" }] } },
      { name: "Due", type: "date" },
      { name: "Seen", type: "dateTime", options: { timeZone: "America/Chicago" } },
      { name: "Text", type: "richText" },
      { name: "Owner", type: "singleCollaborator" },
      { name: "Files", type: "multipleAttachments" },
      { name: "No.", type: "autoNumber" },
    ],
  });
  const items = workspace.addTable(base.id, {
    name: "Learning items",
    fields: [
      { name: "Name", type: "singleLineText" },
      { name: "Goal", type: "multipleRecordLinks", options: { linkedTableId: goals.id } },
    ],
  });

  const call = async (
    method: string,
    path: string,
    body?: unknown,
    bearer: string | null = token,
  ): Promise<Answer> => {
    const response = await fetch(path.startsWith("http") ? path : `${standIn.url}${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Answer["body"],
    };
  };

  return {
    ...standIn,
    clock,
    base,
    user,
    token,
    goals,
    items,
    call,
    /** `/v0/{base}/{Goals}` */
    goalsPath: `/v0/${base.id}/${goals.id}`,
    itemsPath: `/v0/${base.id}/${items.id}`,
    addGoal: (name: string, cells = {}) => workspace.createRecord(goals.id, { Name: name, ...cells }),
    sdk: new Airtable({ apiKey: token, endpointUrl: standIn.url, noRetryIfRateLimited: true }).base(base.id),
  };
}

export type Workbench = Awaited<ReturnType<typeof startWorkbench>>;

/** The error's type, whichever shape it came in. */
export function typeOf(answer: Answer): string | undefined {
  const { error } = answer.body;
  return typeof error === "string" ? error : error?.type;
}

export function messageOf(answer: Answer): string | undefined {
  const { error } = answer.body;
  return typeof error === "string" ? undefined : error?.message;
}
