import { describe, expect, it } from "vitest";
import { messageOf, startWorkbench, typeOf } from "../workbench.ts";

describe("sandbox/airtable/fields/write", () => {
  it.each([
    ["Score", "12", "INVALID_VALUE_FOR_COLUMN"],
    ["Name", 12, "INVALID_VALUE_FOR_COLUMN"],
    ["Done", "true", "INVALID_VALUE_FOR_COLUMN"],
    ["Stars", 6, "INVALID_VALUE_FOR_COLUMN"],
    ["Stars", 2.5, "INVALID_VALUE_FOR_COLUMN"],
    ["Status", "active", "INVALID_MULTIPLE_CHOICE_OPTIONS"],
    ["Tags", ["a", "zzz"], "INVALID_MULTIPLE_CHOICE_OPTIONS"],
    ["Tags", "a", "INVALID_VALUE_FOR_COLUMN"],
    ["Due", "next week", "INVALID_VALUE_FOR_COLUMN"],
    ["Due", "2026-02-30", "INVALID_VALUE_FOR_COLUMN"],
    ["Seen", 5, "INVALID_VALUE_FOR_COLUMN"],
    ["Owner", { email: "nobody@example.org" }, "INVALID_VALUE_FOR_COLUMN"],
    ["Files", [{ url: "ftp://x" }], "INVALID_VALUE_FOR_COLUMN"],
    ["Nonsense", 1, "UNKNOWN_FIELD_NAME"],
  ])("refuses %s = %j", async (field, value, type) => {
    const { call, workspace, goals, goalsPath } = await startWorkbench();

    const answer = await call("POST", goalsPath, { fields: { [field]: value } });

    expect([answer.status, typeOf(answer)]).toEqual([422, type]);
    expect(workspace.records(goals.id)).toEqual([]);
  });

  it.each([
    ["Score", "1,234.5", 1234.5],
    ["Share", "12.5%", 0.125],
    ["Name", 12, "12"],
    ["Done", "checked", true],
    ["Due", "11/22/2026", "2026-11-22"],
    ["Owner", "rosa@example.org", { id: "", email: "rosa@example.org", name: "Rosa" }],
    ["Tags", "a, c", ["a", "c"]],
  ])("converts %s = %j with typecast", async (field, value, shown) => {
    const { call, user, goalsPath } = await startWorkbench();

    const answer = await call("POST", goalsPath, { fields: { [field]: value }, typecast: true });

    const expected = field === "Owner" ? { ...(shown as object), id: user.id } : shown;
    expect(answer.body.fields[field]).toEqual(expected);
  });

  it("lets typecast add an option to the schema, for those who may", async () => {
    const { call, workspace, base, goals, goalsPath } = await startWorkbench();
    const editor = workspace.addUser({ name: "Ed", email: "ed@example.org" });
    workspace.share(base.id, editor.id, "edit");
    const editorToken = workspace.issueToken({ userId: editor.id });
    const body = (Status: string) => ({ fields: { Status }, typecast: true });

    const refused = await call("POST", goalsPath, body("Paused"), editorToken);
    const made = await call("POST", goalsPath, body("Active "));
    await call("POST", goalsPath, body("Paused"));

    const choices = goals.fields.find(({ name }) => name === "Status")?.options?.choices;
    expect(typeOf(refused)).toBe("INVALID_MULTIPLE_CHOICE_OPTIONS");
    expect(made.body.fields["Status"]).toBe("Active");
    expect(choices?.map(({ name }) => name)).toEqual(["Active", "Over", "Paused"]);
  });

  it("speaks of a missing permission when the option is what is missing", async () => {
    const { call, goalsPath } = await startWorkbench();

    const answer = await call("POST", goalsPath, { fields: { Status: "Typo" } });

    expect(messageOf(answer)).toMatch(/permissions to create new select option .*Typo/);
  });

  it("keeps link ids on both sides in step", async () => {
    const { call, workspace, goals, items, addGoal, itemsPath } = await startWorkbench();
    const [a, b] = [addGoal("a"), addGoal("b")];
    const created = await call("POST", itemsPath, { fields: { Name: "item", Goal: [a, b] } });
    const id = created.body.id ?? "";
    const linksOf = (goal: string): unknown => workspace.record(goals.id, goal).fields["Learning items"];

    expect([linksOf(a), linksOf(b)]).toEqual([[id], [id]]);
    await call("PATCH", `${itemsPath}/${id}`, { fields: { Goal: [b] } });
    expect([linksOf(a), linksOf(b)]).toEqual([undefined, [id]]);
    workspace.updateRecord(goals.id, b, { "Learning items": [] });
    expect(workspace.record(items.id, id).fields).toEqual({ Name: "item" });
    workspace.updateRecord(items.id, id, { Goal: [a] });
    workspace.deleteRecord(goals.id, a);
    expect(workspace.record(items.id, id).fields).toEqual({ Name: "item" });
  });

  it("takes link ids only, and says so without naming the field", async () => {
    const { call, addGoal, itemsPath } = await startWorkbench();
    addGoal("Clinics");

    const byName = await call("POST", itemsPath, { fields: { Goal: ["Clinics"] } });
    const text = await call("POST", itemsPath, { fields: { Goal: "Clinics" } });
    const gone = await call("POST", itemsPath, { fields: { Goal: ["recAAAAAAAAAAAAAA"] } });
    const cast = await call("POST", itemsPath, { fields: { Goal: "Clinics, New one" }, typecast: true });

    expect([typeOf(byName), typeOf(text), typeOf(gone)]).toEqual([
      "INVALID_VALUE_FOR_COLUMN",
      "INVALID_VALUE_FOR_COLUMN",
      "ROW_DOES_NOT_EXIST",
    ]);
    expect(messageOf(text)).not.toContain("Goal");
    expect(cast.body.fields["Goal"]).toHaveLength(2);
  });

  it("takes several links where the screens of the product ask for one, and answers ids alone", async () => {
    const { call, workspace, goals, items, addGoal, base, itemsPath } = await startWorkbench();
    workspace.addField(items.id, {
      name: "Main goal",
      type: "multipleRecordLinks",
      options: { linkedTableId: goals.id, prefersSingleRecordLink: true },
    });
    const [a, b, c] = [addGoal("a"), addGoal("b"), addGoal("c")];

    const created = await call("POST", itemsPath, { fields: { "Main goal": [a, b] } });
    const path = `${itemsPath}/${created.body.id}`;
    const updated = await call("PATCH", path, { fields: { "Main goal": [a, b, c] } });
    const read = await call("GET", path);
    const listed = await call("GET", itemsPath);
    const schema = await call("GET", `/v0/meta/bases/${base.id}/tables`);

    expect([created.status, created.body.fields]).toEqual([200, { "Main goal": [a, b] }]);
    expect([updated.status, updated.body.fields]).toEqual([200, { "Main goal": [a, b, c] }]);
    expect(read.body.fields).toEqual({ "Main goal": [a, b, c] });
    expect(listed.body.records.map(({ fields }) => fields)).toEqual([{ "Main goal": [a, b, c] }]);
    expect(JSON.stringify(schema.body)).toContain('"prefersSingleRecordLink":true');
  });

  it("answers date-times in UTC and reads ambiguous ones in the field's zone", async () => {
    const { call, goalsPath } = await startWorkbench();
    const write = async (Seen: string) =>
      (await call("POST", goalsPath, { fields: { Seen, Due: "2026-11-22" } })).body.fields;

    expect((await write("2026-11-22T09:00:00"))["Seen"]).toBe("2026-11-22T15:00:00.000Z");
    expect((await write("2026-11-22T09:00:00+01:00"))["Seen"]).toBe("2026-11-22T08:00:00.000Z");
    expect(await write("2026-11-22")).toMatchObject({ Seen: "2026-11-22T06:00:00.000Z", Due: "2026-11-22" });
  });

  it("refuses text over 100,000 characters", async () => {
    const { call, goalsPath } = await startWorkbench();

    const fits = await call("POST", goalsPath, { fields: { Notes: "x".repeat(100_000) } });
    const over = await call("POST", goalsPath, { fields: { Notes: "x".repeat(100_001) } });

    expect([fits.status, over.status]).toEqual([200, 422]);
  });

  it("replaces lists and keeps files named by id", async () => {
    const { call, clock, goalsPath } = await startWorkbench();
    const url = "https://example.org/a.png";
    const created = await call("POST", goalsPath, { fields: { Tags: ["a"], Files: [{ url }] } });
    const path = `${goalsPath}/${created.body.id}`;
    clock.advance(1000);
    const files = (await call("GET", path)).body.fields["Files"] as { id: string; filename: string }[];

    const updated = await call("PATCH", path, { fields: { Tags: ["b"], Files: [{ id: files[0]?.id }] } });

    expect(created.body.fields).not.toHaveProperty("Files");
    expect(files).toMatchObject([{ filename: "a.png" }]);
    expect(updated.body.fields).toMatchObject({ Tags: ["b"], Files: [{ id: files[0]?.id }] });
  });
});
