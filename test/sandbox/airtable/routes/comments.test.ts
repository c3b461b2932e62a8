import { describe, expect, it } from "vitest";
import { startWorkbench } from "../workbench.ts";

describe("sandbox/airtable/routes/comments", () => {
  it("lists newest first and says null, not nothing, after the last page", async () => {
    const { call, workspace, goals, user, addGoal, goalsPath } = await startWorkbench();
    const id = addGoal("Clinics");
    workspace.addComment(goals.id, id, { by: user.id, text: "first", at: "2026-11-01T00:00:00Z" });
    const made = await call("POST", `${goalsPath}/${id}/comments`, { text: "second" });

    const first = await call("GET", `${goalsPath}/${id}/comments?pageSize=1`);
    const last = await call("GET", `${goalsPath}/${id}/comments?pageSize=1&offset=${first.body.offset}`);

    expect(made.body).toMatchObject({ text: "second", author: { id: user.id }, lastUpdatedTime: null });
    expect(first.body["comments"]).toMatchObject([{ text: "second" }]);
    expect(last.body).toMatchObject({ comments: [{ text: "first" }], offset: null });
  });

  it("lets people change their own comments only", async () => {
    const { call, workspace, base, user, goals, addGoal, goalsPath } = await startWorkbench();
    const id = addGoal("Clinics");
    const other = workspace.addUser({ name: "Sam", email: "sam@example.org" });
    workspace.share(base.id, other.id, "comment");
    const theirs = workspace.addComment(goals.id, id, { by: other.id, text: "theirs" });
    const mine = workspace.addComment(goals.id, id, { by: user.id, text: "mine" });
    const path = `${goalsPath}/${id}/comments`;

    const refused = await call("PATCH", `${path}/${theirs}`, { text: "x" });
    const changed = await call("PATCH", `${path}/${mine}`, { text: "changed" });
    const removed = await call("DELETE", `${path}/${mine}`);

    expect(refused.status).toBe(403);
    expect(changed.body).toMatchObject({ text: "changed", lastUpdatedTime: "2026-11-22T09:00:00.000Z" });
    expect(removed.body).toEqual({ id: mine, deleted: true });
  });
});
