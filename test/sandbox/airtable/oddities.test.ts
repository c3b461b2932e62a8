import { describe, expect, it } from "vitest";
import { addOddities } from "../../../src/sandbox/airtable/index.ts";
import { startWorkbench } from "./workbench.ts";

describe("sandbox/airtable/oddities", () => {
  it("holds the cells that tidy samples lack", async () => {
    const { call, workspace, base } = await startWorkbench();
    const { tableId, linkedTableId, records } = addOddities(workspace, base.id);

    const { body } = await call("GET", `/v0/${base.id}/${tableId}`);

    const cells = new Map(body.records.map(({ id, fields }) => [id, fields]));
    expect(cells.get(records.errors)).toMatchObject({
      Share: 0,
      "Names of links": [null, { error: "#ERROR!" }, "kept"],
      "Sum of links": { specialValue: "NaN" },
      Broken: { error: "#ERROR!" },
      Wrapped: [12.5],
      Rank: "a1",
      Summary: { state: "loading", value: null },
    });
    expect(cells.get(records.stranger)?.["Owner"]).not.toHaveProperty("name");
    expect(cells.get(records.twin)?.["Name"]).toBe(cells.get(records.otherTwin)?.["Name"]);
    expect(body.records.every(({ fields }) => !("Never filled" in fields))).toBe(true);
    const former = String(cells.get(records.orphan)?.["Former link"]);
    expect((await call("GET", `/v0/${base.id}/${linkedTableId}/${former}`)).status).toBe(404);
  });

  it("shows the undocumented type in the schema and refuses to write it", async () => {
    const { call, workspace, base } = await startWorkbench();
    const { tableId, records } = addOddities(workspace, base.id);

    const schema = await call("GET", `/v0/meta/bases/${base.id}/tables`);
    const write = await call("PATCH", `/v0/${base.id}/${tableId}/${records.names}`, {
      fields: { Rank: "a2" },
    });

    expect(JSON.stringify(schema.body)).toContain('"type":"manualSort"');
    expect(write.status).toBe(422);
  });
});
