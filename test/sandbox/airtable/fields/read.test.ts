import { describe, expect, it } from "vitest";
import { startWorkbench } from "../workbench.ts";

async function withComputed() {
  const bench = await startWorkbench();
  const { workspace, goals, items } = bench;
  const link = goals.fields.find(({ name }) => name === "Learning items")?.id ?? "";
  const add = (name: string, type: string, options = {}, rest = {}): void => {
    workspace.addField(goals.id, { name, type, options, ...rest });
  };
  add("Count", "count", { recordLinkFieldId: link });
  add("Names", "multipleLookupValues", {
    recordLinkFieldId: link,
    fieldIdInLinkedTable: items.primaryFieldId,
  });
  add("Joined", "rollup", { recordLinkFieldId: link, fieldIdInLinkedTable: items.primaryFieldId });
  add("Double", "formula", { formula: "{Score} * 2" });
  add("Ratio", "formula", { formula: "0/0" });
  add("Circle", "formula", { formula: "{Circle} + 1" });
  add("Created", "createdTime");
  add("Changed", "lastModifiedTime", { referencedFieldIds: [] });
  add("Changed by", "lastModifiedBy");
  return bench;
}

describe("sandbox/airtable/fields/read", () => {
  it("derives computed cells when they are read", async () => {
    const { workspace, goals, items, addGoal } = await withComputed();
    const goal = addGoal("Clinics", { Score: 2 });
    workspace.createRecord(items.id, { Name: "one", Goal: [goal] });
    workspace.createRecord(items.id, { Goal: [goal] });

    const { fields } = workspace.record(goals.id, goal);

    expect(fields).toMatchObject({
      Count: 2,
      Names: ["one"],
      Joined: "one",
      Double: 4,
      Ratio: { specialValue: "NaN" },
      Circle: { error: "#ERROR!" },
      Created: "2026-11-22T09:00:00.000Z",
    });
  });

  it("keeps a count of nothing", async () => {
    const { workspace, goals, addGoal } = await withComputed();

    const { fields } = workspace.record(goals.id, addGoal("Lonely"));

    expect(fields).toMatchObject({ Count: 0 });
    expect(fields).not.toHaveProperty("Names");
  });

  it("moves the modified time with edits and not with computed changes", async () => {
    const { workspace, clock, goals, items, addGoal, call, goalsPath, user } = await withComputed();
    const goal = addGoal("Clinics");
    const item = workspace.createRecord(items.id, { Name: "one", Goal: [goal] });
    clock.advance(60_000);

    workspace.updateRecord(items.id, item, { Name: "renamed" });
    const before = workspace.record(goals.id, goal).fields;
    await call("PATCH", `${goalsPath}/${goal}`, { fields: { Score: 1 } });
    const after = workspace.record(goals.id, goal).fields;

    expect(before).toMatchObject({ Names: ["renamed"], Changed: "2026-11-22T09:00:00.000Z" });
    expect(after).toMatchObject({ Changed: "2026-11-22T09:01:00.000Z", "Changed by": { id: user.id } });
  });

  it("shows a forced cell as it is, until somebody writes it", async () => {
    const { workspace, goals, addGoal } = await withComputed();
    const goal = addGoal("Clinics", { Score: 1 });
    workspace.forceCell(goals.id, goal, "Names", [null, { error: "#ERROR!" }]);
    workspace.forceCell(goals.id, goal, "Score", { specialValue: "NaN" });

    const forced = workspace.record(goals.id, goal).fields;
    workspace.updateRecord(goals.id, goal, { Score: 2 });

    expect(forced).toMatchObject({ Names: [null, { error: "#ERROR!" }], Score: { specialValue: "NaN" } });
    expect(workspace.record(goals.id, goal).fields).toMatchObject({ Score: 2, Double: 4 });
  });
});
