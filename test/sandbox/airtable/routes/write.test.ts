import { describe, expect, it } from "vitest";
import { messageOf, startWorkbench, typeOf } from "../workbench.ts";

describe("sandbox/airtable/routes/write", () => {
  it("creates one and several through the official package, in order", async () => {
    const { sdk, workspace, goals } = await startWorkbench();

    const one = await sdk("Goals").create({ Name: "one" });
    const several = await sdk("Goals").create([{ fields: { Name: "two" } }, { fields: { Name: "three" } }]);

    expect(one.id).toMatch(/^rec[A-Za-z0-9]{14}$/);
    expect(several.map((record) => record.get("Name"))).toEqual(["two", "three"]);
    expect(workspace.records(goals.id).map(({ fields }) => fields["Name"])).toEqual(["one", "two", "three"]);
  });

  it("answers 200 with the whole record, computed cells included", async () => {
    const { call, goals, goalsPath } = await startWorkbench();

    const byName = await call("POST", goalsPath, { fields: { Name: "x" } });
    const byId = await call("POST", goalsPath, { fields: { Name: "y" }, returnFieldsByFieldId: true });

    expect(byName.status).toBe(200);
    expect(byName.body).toEqual({
      id: byName.body.id,
      createdTime: "2026-11-22T09:00:00.000Z",
      fields: { Name: "x", "No.": 1 },
    });
    expect(byId.body.fields[goals.primaryFieldId]).toBe("y");
  });

  it("touches only named fields with PATCH and empties the others with PUT", async () => {
    const { sdk, addGoal } = await startWorkbench();
    const id = addGoal("Clinics", { Notes: "n", Score: 4 });

    const patched = await sdk("Goals").update(id, { Notes: "m" });
    const put = await sdk("Goals").replace([{ id, fields: { Name: "Clinics" } }]);

    expect(patched.fields).toMatchObject({ Name: "Clinics", Notes: "m", Score: 4 });
    expect(put[0]?.fields).toEqual({ Name: "Clinics", "No.": 1 });
  });

  it.each([null, "", [], false])("clears a cell with %j", async (nothing) => {
    const { call, addGoal, goalsPath } = await startWorkbench();
    const id = addGoal("Clinics", { Notes: "n", Tags: ["a"], Done: true });

    const answer = await call("PATCH", `${goalsPath}/${id}`, {
      fields: { Notes: nothing, Tags: nothing, Done: nothing },
    });

    expect(answer.body.fields).toEqual({ Name: "Clinics", "No.": 1 });
  });

  it("stores nothing at all when one record of a batch is bad", async () => {
    const { call, workspace, goals, addGoal, goalsPath } = await startWorkbench();
    const id = addGoal("Clinics");

    const created = await call("POST", goalsPath, {
      records: [{ fields: { Name: "fine" } }, { fields: { Name: "bad", "No.": 7 } }],
    });
    const updated = await call("PATCH", goalsPath, {
      records: [
        { id, fields: { Name: "Renamed" } },
        { id: "recAAAAAAAAAAAAAA", fields: {} },
      ],
    });

    expect([created.status, typeOf(created)]).toEqual([422, "INVALID_VALUE_FOR_COLUMN"]);
    expect(messageOf(created)).toContain('"No."');
    expect(messageOf(created)).toContain("computed");
    expect(typeOf(updated)).toBe("ROW_DOES_NOT_EXIST");
    expect(workspace.records(goals.id).map(({ fields }) => fields["Name"])).toEqual(["Clinics"]);
  });

  it("takes back options and linked rows that typecast made for a refused request", async () => {
    const { call, workspace, goals, items, base, itemsPath } = await startWorkbench();
    const before = JSON.stringify(base.tables.map(({ fields }) => fields));

    const answer = await call("POST", itemsPath, {
      typecast: true,
      records: [{ fields: { Name: "a", Goal: "Brand new goal" } }, { fields: { Nonsense: 1 } }],
    });

    expect(typeOf(answer)).toBe("UNKNOWN_FIELD_NAME");
    expect(workspace.records(goals.id)).toEqual([]);
    expect(workspace.records(items.id)).toEqual([]);
    expect(JSON.stringify(base.tables.map(({ fields }) => fields))).toBe(before);
  });

  it("refuses more than ten records, and lists that are none", async () => {
    const { call, workspace, goals, goalsPath } = await startWorkbench();
    const eleven = Array.from({ length: 11 }, () => ({ fields: { Name: "x" } }));

    const answers = await Promise.all([
      call("POST", goalsPath, { records: eleven }),
      call("POST", goalsPath, { records: "x" }),
      call("PATCH", goalsPath, { records: [{ fields: { Name: "no id" } }] }),
      call("DELETE", `${goalsPath}?${eleven.map((_, n) => `records[]=recAAAAAAAAAAAA${10 + n}`).join("&")}`),
    ]);

    expect(new Set(answers.map(typeOf))).toEqual(new Set(["INVALID_RECORDS"]));
    expect(messageOf(answers[0] ?? answers[1])).toContain("11");
    expect(workspace.records(goals.id)).toEqual([]);
  });

  it("names what is wrong with a body", async () => {
    const { call, goalsPath } = await startWorkbench();

    const answers = await Promise.all([
      call("POST", goalsPath, {}),
      call("POST", goalsPath, "{not json"),
      call("POST", goalsPath, { fields: {}, tyepcast: true }),
    ]);

    expect(answers.map(typeOf)).toEqual([
      "INVALID_REQUEST_MISSING_FIELDS",
      "INVALID_REQUEST_BODY",
      "INVALID_REQUEST_UNKNOWN",
    ]);
  });

  it("deletes one and several through the official package", async () => {
    const { sdk, call, workspace, goals, addGoal, goalsPath } = await startWorkbench();
    const [a, b, c] = [addGoal("a"), addGoal("b"), addGoal("c")];

    await sdk("Goals").destroy(a);
    await sdk("Goals").destroy([b]);
    const answer = await call("DELETE", `${goalsPath}/${c}`);

    expect(answer.body).toEqual({ id: c, deleted: true });
    expect(workspace.records(goals.id)).toEqual([]);
    expect((await call("DELETE", `${goalsPath}/${c}`)).status).toBe(404);
  });
});
