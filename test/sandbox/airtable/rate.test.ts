import { describe, expect, it } from "vitest";
import { badHabits, busiestSecond } from "../../../src/sandbox/airtable/index.ts";
import { startWorkbench, typeOf } from "./workbench.ts";

describe("sandbox/airtable/rate", () => {
  it("refuses the sixth request within a second, then everything on that base for 30 s", async () => {
    const { call, clock, goalsPath, itemsPath } = await startWorkbench({ rateLimit: true });
    for (let n = 0; n < 5; n += 1) expect((await call("GET", goalsPath)).status).toBe(200);

    const sixth = await call("GET", goalsPath);
    clock.advance(29_999);
    const during = await call("POST", itemsPath, { fields: {} });
    clock.advance(1);
    const after = await call("GET", goalsPath);

    expect([sixth.status, typeOf(sixth), sixth.headers.get("retry-after")]).toEqual([
      429,
      "RATE_LIMIT_REACHED",
      null,
    ]);
    expect(during.status).toBe(429);
    expect(after.status).toBe(200);
  });

  it("lets five a second pass for as long as one likes", async () => {
    const { call, clock, goalsPath, log } = await startWorkbench({ rateLimit: true });

    for (let n = 0; n < 20; n += 1) {
      expect((await call("GET", goalsPath)).status).toBe(200);
      clock.advance(200);
    }

    expect(busiestSecond(log)).toBe(5);
  });

  it("keeps bases apart and adds up a user's requests", async () => {
    const { call, workspace, user, clock } = await startWorkbench({ rateLimit: true });
    const bases = Array.from({ length: 12 }, (_, n) => workspace.addBase({ name: `Base ${n}` }));
    for (const base of bases) {
      workspace.share(base.id, user.id, "read");
      workspace.addTable(base.id, { name: "T", fields: [{ name: "Name", type: "singleLineText" }] });
    }
    const token = workspace.issueToken({ userId: user.id });
    const statuses: number[] = [];

    for (const base of bases) {
      for (let n = 0; n < 5; n += 1) {
        statuses.push((await call("GET", `/v0/${base.id}/T`, undefined, token)).status);
      }
    }
    clock.advance(30_000);

    expect(statuses.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => 200));
    expect(new Set(statuses.slice(50))).toEqual(new Set([429]));
    expect((await call("GET", `/v0/${bases[0]?.id}/T`, undefined, token)).status).toBe(200);
  });

  it("sends Retry-After when told to", async () => {
    const { call, goalsPath } = await startWorkbench({ rateLimit: true, retryAfterHeader: true });
    for (let n = 0; n < 5; n += 1) await call("GET", goalsPath);

    expect((await call("GET", goalsPath)).headers.get("retry-after")).toBe("30");
  });

  it("stores nothing for a refused write, and the log tells on the caller", async () => {
    const { sdk, workspace, goals, log } = await startWorkbench({ rateLimit: true });

    const writes = Array.from({ length: 6 }, () => sdk("Goals").create({ Name: "x" }));
    const outcomes = await Promise.allSettled(writes);

    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(workspace.records(goals.id)).toHaveLength(5);
    expect(badHabits(log)).toEqual([expect.stringContaining("ran into a limit")]);
  });

  it("spends the month on data routes while the schema stays readable, and starts anew next month", async () => {
    const { call, clock, base, goalsPath, callsUsed } = await startWorkbench({ monthlyCalls: 2 });
    await call("GET", goalsPath);
    await call("GET", goalsPath);

    const third = await call("GET", goalsPath);
    const schema = await call("GET", `/v0/meta/bases/${base.id}/tables`);
    const used = callsUsed();
    clock.set("2026-12-01T00:00:00.000Z");
    const december = await call("GET", goalsPath);

    expect([third.status, typeOf(third)]).toEqual([429, "PUBLIC_API_BILLING_LIMIT_EXCEEDED"]);
    expect(schema.status).toBe(200);
    expect(used).toBe(2);
    expect(december.status).toBe(200);
  });
});
