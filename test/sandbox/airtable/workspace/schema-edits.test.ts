import { describe, expect, it } from "vitest";
import { startWorkbench } from "../workbench.ts";

describe("sandbox/airtable/workspace/schema-edits", () => {
  it("renames an option everywhere and empties cells whose option is deleted", async () => {
    const { workspace, goals, addGoal } = await startWorkbench();
    const id = addGoal("Clinics", { Status: "Active", Tags: ["a", "b"] });

    workspace.renameOption(goals.id, "Status", "Active", "Live");
    workspace.deleteOption(goals.id, "Tags", "a");
    const renamed = workspace.record(goals.id, id).fields;
    workspace.deleteOption(goals.id, "Status", "Live");

    expect(renamed).toMatchObject({ Status: "Live", Tags: ["b"] });
    expect(workspace.record(goals.id, id).fields).not.toHaveProperty("Status");
  });

  it("takes the twin away with a link", async () => {
    const { workspace, goals, items } = await startWorkbench();

    workspace.deleteField(items.id, "Goal");

    expect(goals.fields.some(({ name }) => name === "Learning items")).toBe(false);
  });

  it("turns links to a deleted table into text", async () => {
    const { workspace, call, goals, items, addGoal, goalsPath } = await startWorkbench();
    const id = workspace.createRecord(items.id, { Name: "item", Goal: [addGoal("Clinics")] });

    workspace.deleteTable(goals.id);

    expect(workspace.record(items.id, id).fields["Goal"]).toBe("Clinics");
    expect((await call("GET", goalsPath)).status).toBe(403);
  });

  it("says plainly what a test got wrong", async () => {
    const { workspace, goals } = await startWorkbench();

    expect(() => workspace.renameField(goals.id, "Gone", "x")).toThrow('no field "Gone"');
    expect(() => workspace.renameField(goals.id, "Notes", "Score")).toThrow("Score");
    expect(() => workspace.deleteOption(goals.id, "Status", "Gone")).toThrow('no option "Gone"');
    expect(() => workspace.renameTable("tblGone", "x")).toThrow("no table tblGone");
  });
});
