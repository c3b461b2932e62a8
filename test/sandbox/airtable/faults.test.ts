import { describe, expect, it } from "vitest";
import {
  badGateway,
  compressed,
  monthSpent,
  notFoundObject,
  overloaded,
  pageInsteadOfJson,
  rateLimited,
  serverError,
} from "../../../src/sandbox/airtable/faults.ts";
import { badHabits } from "../../../src/sandbox/airtable/index.ts";
import { startWorkbench, typeOf } from "./workbench.ts";

describe("sandbox/airtable/faults", () => {
  it("answers with the known troubles and stores nothing", async () => {
    const { call, faults, workspace, goals, goalsPath } = await startWorkbench();
    const jsonFaults = [serverError, overloaded(), overloaded(7), rateLimited, monthSpent, notFoundObject];

    const answers = [];
    for (const fault of jsonFaults) {
      faults.clear();
      faults.add({ match: { method: "POST" }, fault });
      answers.push(await call("POST", goalsPath, { fields: { Name: "x" } }));
    }

    expect(answers.map(({ status }) => status)).toEqual([500, 503, 503, 429, 429, 404]);
    expect(answers.map(({ headers }) => headers.get("retry-after"))).toEqual([
      null,
      null,
      "7",
      null,
      null,
      null,
    ]);
    expect(answers[5] && typeOf(answers[5])).toBe("NOT_FOUND");
    expect(workspace.records(goals.id)).toEqual([]);
  });

  it.each([
    ["a proxy's page", badGateway, 502],
    ["a page with status 200", pageInsteadOfJson, 200],
  ])("sends %s", async (_, fault, status) => {
    const { faults, url, goalsPath, token } = await startWorkbench();
    faults.add({ match: {}, fault });

    const response = await fetch(`${url}${goalsPath}`, { headers: { authorization: `Bearer ${token}` } });

    expect([response.status, response.headers.get("content-type")]).toEqual([status, "text/html"]);
    expect(await response.text()).toContain("<html>");
  });

  it("sends a compressed body that clients unpack", async () => {
    const { call, faults, addGoal, goalsPath } = await startWorkbench();
    addGoal("Clinics");
    faults.add({ match: {}, fault: compressed });

    const answer = await call("GET", goalsPath);

    expect(answer.headers.get("content-encoding")).toBe("gzip");
    expect(answer.body.records).toHaveLength(1);
  });

  it("can lose the answer of a write that took effect", async () => {
    const { call, faults, workspace, goals, goalsPath } = await startWorkbench();
    faults.add({ match: { method: "POST" }, fault: { kind: "reset-after" } });

    await expect(call("POST", goalsPath, { fields: { Name: "x" } })).rejects.toThrow();

    expect(workspace.records(goals.id)).toHaveLength(1);
  });

  it("tells on PUT and typecast, with what was sent and when", async () => {
    const { call, log, addGoal, goalsPath } = await startWorkbench();
    const id = addGoal("Clinics");

    await call("PUT", `${goalsPath}/${id}`, { fields: { Name: "x" }, typecast: true });
    await call("PATCH", `${goalsPath}/${id}`, { fields: { Name: "y" } });

    expect(badHabits(log)).toEqual([expect.stringContaining("PUT"), expect.stringContaining("typecast")]);
    expect(log.writes()[1]).toMatchObject({
      method: "PATCH",
      path: `${goalsPath}/${id}`,
      body: { fields: { Name: "y" } },
      at: Date.parse("2026-11-22T09:00:00.000Z"),
    });
  });

  it("counts a list sent by POST as a read", async () => {
    const { call, log, goalsPath } = await startWorkbench();

    await call("POST", `${goalsPath}/listRecords`, {});

    expect([log.reads().length, log.writes().length]).toEqual([1, 0]);
  });

  it("counts how many requests were in flight at once", async () => {
    const { call, faults, mostInFlight, goalsPath } = await startWorkbench();
    await call("GET", goalsPath);
    await call("GET", goalsPath);
    const alone = mostInFlight();
    faults.add({ match: {}, fault: { kind: "slow-headers", milliseconds: 300 } });

    await Promise.all([call("GET", goalsPath), call("GET", goalsPath)]);

    expect([alone, mostInFlight()]).toEqual([1, 2]);
  });
});
