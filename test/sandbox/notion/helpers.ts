import { APIErrorCode, APIResponseError, Client, LogLevel } from "@notionhq/client";
import { onTestFinished } from "vitest";

import { startNotionStandIn, type RunningNotionStandIn } from "../../../src/sandbox/notion/stand-in.ts";
import type { NotionStandInOptions } from "../../../src/sandbox/notion/options.ts";
import { manualClock, type ManualClock } from "../../../src/sandbox/server/clock.ts";

type ClientOptions = NonNullable<ConstructorParameters<typeof Client>[0]>;

const TOKEN = "ntn_test";

export interface Bench {
  readonly standIn: RunningNotionStandIn;
  readonly client: Client;
  readonly clock: ManualClock;
  /** A shared page at the top of the workspace. */
  readonly home: string;
  readonly botId: string;
  readonly personId: string;
  connect(options?: ClientOptions): Client;
}

/** A served workspace with one person, one connection and one page shared with it. Closed after the test. */
export async function startBench(options: NotionStandInOptions = {}): Promise<Bench> {
  const clock = manualClock("2026-03-10T09:30:45.500Z");
  const standIn = await startNotionStandIn({ clock, requestsPerMinute: null, ...options });
  onTestFinished(() => standIn.close());
  const personId = standIn.workspace.addUser({ name: "Ann Lee", email: "ann@example.org" });
  const home = standIn.workspace.addPage({ parent: null, title: "Home" });
  const botId = standIn.workspace.addBot({ token: TOKEN, name: "Bench", shared: [home] });
  const connect = (own: ClientOptions = {}): Client =>
    new Client({
      auth: TOKEN,
      baseUrl: standIn.url,
      notionVersion: "2026-03-11",
      retry: { maxRetries: 0 },
      logLevel: LogLevel.ERROR,
      logger: () => undefined,
      ...own,
    });
  return { standIn, client: connect(), clock, home, botId, personId, connect };
}

/** The error a call ends with, as the SDK shows it. */
export async function refusal(call: Promise<unknown>): Promise<APIResponseError> {
  const error: unknown = await call.then(
    () => {
      throw new Error("The call was not refused.");
    },
    (reason: unknown) => reason,
  );
  if (!APIResponseError.isAPIResponseError(error)) throw error;
  return error;
}

/** One run of plain text in the write form. */
export function words(content: string): { text: { content: string } }[] {
  return [{ text: { content } }];
}

export function paragraph(content: string): { paragraph: { rich_text: { text: { content: string } }[] } } {
  return { paragraph: { rich_text: words(content) } };
}

/** Answers of the API without the SDK. */
export async function raw(
  bench: Bench,
  method: string,
  path: string,
  init: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string | undefined>> } = {},
): Promise<{ readonly status: number; readonly headers: Headers; readonly body: Record<string, unknown> }> {
  const headers: Record<string, string> = {};
  const wanted = {
    authorization: `Bearer ${TOKEN}`,
    "notion-version": "2026-03-11",
    "content-type": "application/json",
    ...init.headers,
  };
  for (const [name, value] of Object.entries(wanted)) if (value !== undefined) headers[name] = value;
  const body =
    typeof init.body === "string" ? init.body : init.body === undefined ? null : JSON.stringify(init.body);
  const response = await fetch(`${bench.standIn.url}/v1/${path}`, { method, headers, body });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

export { APIErrorCode };
