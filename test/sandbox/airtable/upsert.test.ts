import { describe, expect, it } from "vitest";
import { startWorkbench, typeOf, type Workbench } from "./workbench.ts";

function upsert({ call, goalsPath }: Workbench, records: unknown[], fieldsToMergeOn: string[] = ["Name"]) {
  return call("PATCH", goalsPath, { records, performUpsert: { fieldsToMergeOn } });
}

describe("sandbox/airtable/upsert", () => {
  it("creates without a match, updates with one, and says which, in the order of the request", async () => {
    const bench = await startWorkbench();
    const known = bench.addGoal("known", { Score: 1 });

    const { body } = await upsert(bench, [
      { fields: { Name: "new", Score: 2 } },
      { fields: { Name: "known", Score: 3 } },
    ]);

    expect(body.records.map(({ fields }) => [fields["Name"], fields["Score"]])).toEqual([
      ["new", 2],
      ["known", 3],
    ]);
    expect(body["updatedRecords"]).toEqual([known]);
    expect(body["createdRecords"]).toEqual([body.records[0]?.id]);
  });

  it("works through the official package's update", async () => {
    const { sdk, workspace, goals } = await startWorkbench();
    const table = sdk("Goals") as unknown as {
      update(records: unknown[], options: unknown): Promise<unknown>;
    };
    const options = { performUpsert: { fieldsToMergeOn: ["Name"] } };

    await table.update([{ fields: { Name: "2026-W47" } }], options);
    await table.update([{ fields: { Name: "2026-W47", Notes: "again" } }], options);

    expect(workspace.records(goals.id).map(({ fields }) => fields)).toEqual([
      { Name: "2026-W47", Notes: "again", "No.": 1 },
    ]);
  });

  it("refuses everything when several rows match", async () => {
    const bench = await startWorkbench();
    bench.addGoal("twice");
    bench.addGoal("twice");

    const answer = await upsert(bench, [{ fields: { Name: "fresh" } }, { fields: { Name: "twice" } }]);

    expect(answer.status).toBe(422);
    expect(bench.workspace.records(bench.goals.id)).toHaveLength(2);
  });

  it("creates each time for a key that is null, and refuses a record without the key", async () => {
    const bench = await startWorkbench();

    await upsert(bench, [{ fields: { Name: null, Score: 1 } }]);
    await upsert(bench, [{ fields: { Name: null, Score: 1 } }]);
    const missing = await upsert(bench, [{ fields: { Score: 1 } }]);

    expect(bench.workspace.records(bench.goals.id)).toHaveLength(2);
    expect(missing.status).toBe(422);
  });

  it("refuses computed, unsuitable, unknown and more than three merge fields", async () => {
    const bench = await startWorkbench();
    const record = [{ fields: { Name: "x", Score: 1, Notes: "n", Status: "Active", "No.": 1, Text: "t" } }];

    const answers = await Promise.all([
      upsert(bench, record, ["No."]),
      upsert(bench, record, ["Text"]),
      upsert(bench, record, ["Gone"]),
      upsert(bench, record, ["Name", "Score", "Notes", "Status"]),
      upsert(bench, record, []),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
    expect(answers.map(typeOf)[2]).toBe("UNKNOWN_FIELD_NAME");
    expect(bench.workspace.records(bench.goals.id)).toEqual([]);
  });

  it("updates by id when one is given, and refuses an unknown one", async () => {
    const bench = await startWorkbench();
    const id = bench.addGoal("old");

    const fine = await upsert(bench, [{ id, fields: { Name: "new" } }]);
    const unknown = await upsert(bench, [{ id: "recAAAAAAAAAAAAAA", fields: { Name: "x" } }]);

    expect(fine.body["updatedRecords"]).toEqual([id]);
    expect(typeOf(unknown)).toBe("ROW_DOES_NOT_EXIST");
  });

  it("merges on several fields, by name and id mixed", async () => {
    const bench = await startWorkbench();
    bench.addGoal("x", { Status: "Active" });
    const keep = bench.addGoal("x", { Status: "Over" });

    const answer = await upsert(
      bench,
      [{ fields: { [bench.goals.primaryFieldId]: "x", Status: "Over", Score: 9 } }],
      ["Name", "Status"],
    );

    expect(answer.body["updatedRecords"]).toEqual([keep]);
  });
});
