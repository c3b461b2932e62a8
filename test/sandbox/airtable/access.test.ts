import { describe, expect, it } from "vitest";
import { startWorkbench, typeOf } from "./workbench.ts";

const UNKNOWN_BASE = "appAAAAAAAAAAAAAA";

describe("sandbox/airtable/access", () => {
  it("answers 401 with one body for a missing, a malformed and a wrong token", async () => {
    const { call, goalsPath } = await startWorkbench();

    const answers = await Promise.all([
      call("GET", goalsPath, undefined, null),
      call("GET", goalsPath, undefined, "patOnlyTheId"),
      call("GET", goalsPath, undefined, "patAAAAAAAAAAAAAA.beef"),
    ]);

    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(typeOf(answer)).toBe("AUTHENTICATION_REQUIRED");
    }
  });

  it("answers 404 with a bare text for unknown routes and misshapen ids, even without a token", async () => {
    const { call, goalsPath } = await startWorkbench();

    const answers = await Promise.all([
      call("GET", "/v0/nonsense", undefined, null),
      call("GET", "/v0/appShort/Goals", undefined, null),
      call("GET", `${goalsPath}/recShort`, undefined, null),
      call("POST", `${goalsPath}/nothing/here`, {}, null),
    ]);

    for (const answer of answers) {
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual({ error: "NOT_FOUND" });
    }
  });

  it("answers one vague 403 for unknown, ungranted, unshared and out of scope alike", async () => {
    const { call, workspace, user, base, goalsPath } = await startWorkbench();
    const other = workspace.addBase({ name: "Elsewhere" });
    const stranger = workspace.addUser({ name: "Sam", email: "sam@example.org" });
    const reader = workspace.addUser({ name: "Rea", email: "rea@example.org" });
    workspace.share(base.id, reader.id, "read");
    const tokens = {
      noRead: workspace.issueToken({ userId: user.id, scopes: ["schema.bases:read"] }),
      noBase: workspace.issueToken({ userId: user.id, bases: [other.id] }),
      notShared: workspace.issueToken({ userId: stranger.id }),
      readOnly: workspace.issueToken({ userId: reader.id }),
    };

    const answers = await Promise.all([
      call("GET", `/v0/${UNKNOWN_BASE}/Goals`),
      call("GET", `/v0/${base.id}/No such table`),
      call("GET", goalsPath, undefined, tokens.noRead),
      call("GET", goalsPath, undefined, tokens.noBase),
      call("GET", goalsPath, undefined, tokens.notShared),
      call("POST", goalsPath, { fields: {} }, tokens.readOnly),
      call("GET", `/v0/meta/bases/${UNKNOWN_BASE}/tables`),
    ]);

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.map(typeOf)).toContain("INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND");
  });

  it("lets a reader list", async () => {
    const { call, workspace, base, goalsPath } = await startWorkbench();
    const reader = workspace.addUser({ name: null, email: "rea@example.org" });
    workspace.share(base.id, reader.id, "read");

    const answer = await call("GET", goalsPath, undefined, workspace.issueToken({ userId: reader.id }));

    expect(answer.status).toBe(200);
  });

  it("stops a revoked token", async () => {
    const { call, workspace, token, goalsPath } = await startWorkbench();
    workspace.revokeToken(token);

    expect((await call("GET", goalsPath)).status).toBe(401);
  });

  it("refuses edits of a locked field by name and id, and stores nothing", async () => {
    const { call, workspace, goals, goalsPath } = await startWorkbench();
    workspace.lockField(goals.id, "Notes", true);

    const answer = await call("POST", goalsPath, { fields: { Name: "x", Notes: "y" } });

    expect(answer.status).toBe(403);
    expect(typeOf(answer)).toBe("INVALID_PERMISSIONS");
    expect(JSON.stringify(answer.body)).toContain("Notes");
    expect(workspace.records(goals.id)).toEqual([]);
  });
});
