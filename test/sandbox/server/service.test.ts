import { describe, expect, it, onTestFinished } from "vitest";

import { formatCall } from "../../../src/sandbox/server/call-log.ts";
import { manualClock, runningClock } from "../../../src/sandbox/server/clock.ts";
import type { FaultRule } from "../../../src/sandbox/server/fault-plan.ts";
import { randomUuid, uuidFor } from "../../../src/sandbox/server/ids.ts";
import { listen } from "../../../src/sandbox/server/listen.ts";
import { json } from "../../../src/sandbox/server/messages.ts";
import { seededRandom, shuffled } from "../../../src/sandbox/server/random.ts";
import { createService, type Service } from "../../../src/sandbox/server/service.ts";

const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

interface Echo {
  readonly url: string;
  readonly service: Service;
  /** How often the handler ran. */
  handled(): number;
}

async function startEcho(...rules: readonly FaultRule[]): Promise<Echo> {
  let handled = 0;
  const service = createService({
    clock: manualClock("2026-01-01T00:00:00Z"),
    effectOf: ({ method }) => (method === "GET" ? "read" : "write"),
    handler: ({ path, query, body, malformed }) => {
      handled += 1;
      return json(200, { path, query, body, malformed, padding: "x".repeat(200) });
    },
  });
  service.faults.add(...rules);
  const { url, close } = await listen(service.handle);
  onTestFinished(close);
  return { url, service, handled: () => handled };
}

describe("sandbox/server", () => {
  it("parses path, repeated query keys and the JSON body, and logs the call", async () => {
    const echo = await startEcho();

    const response = await fetch(`${echo.url}/a/b?k=1&k=2&m=x%20y`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"a":1}',
    });

    expect(await response.json()).toMatchObject({
      path: "/a/b",
      query: { k: ["1", "2"], m: ["x y"] },
      body: { a: 1 },
    });
    expect(echo.service.log.calls).toMatchObject([
      {
        n: 1,
        method: "POST",
        path: "/a/b",
        status: 200,
        effect: "write",
        fault: null,
        at: Date.UTC(2026, 0, 1),
      },
    ]);
    expect(echo.service.log.calls.map(formatCall)).toEqual(["   1 200 write POST /a/b?k=1&k=2&m=x y"]);
  });

  it("says when a body is not JSON", async () => {
    const echo = await startEcho();

    const response = await fetch(echo.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{",
    });

    expect(await response.json()).toMatchObject({ malformed: true });
  });

  it("answers a fault in place of the handler, from the n-th match on, for some times", async () => {
    const echo = await startEcho({
      match: { method: "GET", path: /^\/a/, nth: 2, times: 2 },
      fault: { kind: "answer", status: 429, body: {}, headers: { "retry-after": "7" } },
    });
    const statuses: number[] = [];

    for (const path of ["/a", "/b", "/a", "/a", "/a"])
      statuses.push((await fetch(`${echo.url}${path}`)).status);

    expect(statuses).toEqual([200, 200, 429, 429, 200]);
    expect(echo.handled()).toBe(3);
  });

  it.each([
    ["reset", 0],
    ["reset-after", 1],
  ] as const)("cuts the connection (%s)", async (kind, handled) => {
    const echo = await startEcho({ match: {}, fault: { kind } });

    await expect(fetch(echo.url)).rejects.toThrow("fetch failed");
    expect(echo.handled()).toBe(handled);
    expect(echo.service.log.calls).toMatchObject([{ status: 0, fault: kind }]);
  });

  it.each(["truncated", "garbage"] as const)("sends JSON that cannot be read (%s)", async (kind) => {
    const echo = await startEcho({ match: {}, fault: { kind } });

    const response = await fetch(echo.url);

    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow(SyntaxError);
    expect(echo.handled()).toBe(1);
  });

  it("sends headers and half a body, and then nothing", async () => {
    const echo = await startEcho({ match: {}, fault: { kind: "stalled-body" } });

    const response = await fetch(echo.url, { signal: AbortSignal.timeout(150) });

    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow("aborted");
  });

  it("lets the headers wait", async () => {
    const echo = await startEcho({ match: {}, fault: { kind: "slow-headers", milliseconds: 5000 } });

    await expect(fetch(echo.url, { signal: AbortSignal.timeout(100) })).rejects.toThrow("aborted");
    expect(echo.handled()).toBe(1);
  });

  it("sends an HTML page with any status", async () => {
    const echo = await startEcho({ match: {}, fault: { kind: "html", status: 502 } });

    const response = await fetch(echo.url);

    expect([response.status, response.headers.get("content-type")]).toEqual([502, "text/html"]);
  });

  it("makes another answer of the true one, after the effect", async () => {
    const echo = await startEcho({
      match: {},
      fault: { kind: "applied-then", answer: ({ value }) => json(503, { was: value }) },
    });

    const response = await fetch(`${echo.url}/x`);

    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ was: { path: "/x" } });
    expect(echo.handled()).toBe(1);
  });

  it("says when it fails itself", async () => {
    const { url, close } = await listen(() => {
      throw new Error("a hole");
    });
    onTestFinished(close);

    const response = await fetch(url);

    expect(response.status).toBe(599);
    expect(await response.text()).toContain("a hole");
  });

  it("lets somebody act just before or after", async () => {
    const order: string[] = [];
    const echo = await startEcho(
      { match: { nth: 1 }, fault: { kind: "meanwhile", when: "before", act: () => order.push("before") } },
      { match: { nth: 2 }, fault: { kind: "meanwhile", when: "after", act: () => order.push("after") } },
    );

    await fetch(echo.url);
    order.push("between");
    await fetch(echo.url);

    expect(order).toEqual(["before", "between", "after"]);
  });
});

describe("sandbox/server: clock, random and ids", () => {
  it("stands still until moved", () => {
    const clock = manualClock("2026-01-01T00:00:00Z");

    clock.advance(1500);

    expect(clock.now()).toBe(Date.UTC(2026, 0, 1, 0, 0, 1, 500));
  });

  it("runs on from a given moment", () => {
    const clock = runningClock("2026-01-01T00:00:00Z");

    expect(clock.now() - Date.UTC(2026, 0, 1)).toBeLessThan(1000);
    expect(clock.now()).toBeGreaterThanOrEqual(Date.UTC(2026, 0, 1));
  });

  it("repeats shuffles for a seed, and loses nothing", () => {
    const items = Array.from({ length: 30 }, (_, index) => index);

    const first = shuffled(items, seededRandom("a"));

    expect(first).toEqual(shuffled(items, seededRandom("a")));
    expect(first).not.toEqual(items);
    expect([...first].sort((a, b) => a - b)).toEqual(items);
  });

  it("makes ids of version 4's shape", () => {
    expect(uuidFor("a")).toMatch(UUID_4);
    expect(uuidFor("a")).toBe(uuidFor("a"));
    expect(uuidFor("b")).not.toBe(uuidFor("a"));
    expect(randomUuid(seededRandom(1))).toMatch(UUID_4);
  });
});
