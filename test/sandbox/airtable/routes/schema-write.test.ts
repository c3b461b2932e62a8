import { describe, expect, it } from "vitest";
import { startWorkbench, typeOf } from "../workbench.ts";

describe("sandbox/airtable/routes/schema-write", () => {
  it("creates a table that can be written to at once", async () => {
    const { call, base } = await startWorkbench();

    const made = await call("POST", `/v0/meta/bases/${base.id}/tables`, {
      name: "Reports",
      description: "Made by the job",
      fields: [
        { name: "Key", type: "singleLineText" },
        { name: "State", type: "singleSelect", options: { choices: [{ name: "Fresh" }] } },
      ],
    });
    const row = await call("POST", `/v0/${base.id}/Reports`, { fields: { Key: "k", State: "Fresh" } });

    expect(made.body).toMatchObject({
      name: "Reports",
      description: "Made by the job",
      fields: [{ name: "Key" }, {}],
    });
    expect(row.body.fields).toEqual({ Key: "k", State: "Fresh" });
  });

  it("creates fields, a link with its twin, and renames", async () => {
    const { call, base, goals, items } = await startWorkbench();
    const path = `/v0/meta/bases/${base.id}/tables/${items.id}`;

    const link = await call("POST", `${path}/fields`, {
      name: "Also serves",
      type: "multipleRecordLinks",
      options: { linkedTableId: goals.id },
    });
    const renamed = await call("PATCH", `${path}/fields/${link.body.id}`, {
      name: "Serves too",
      description: "d",
    });
    const table = await call("PATCH", path, { name: "Items" });

    expect(goals.fields.some(({ name }) => name === "Learning items 2")).toBe(true);
    expect(renamed.body).toMatchObject({ id: link.body.id, name: "Serves too", description: "d" });
    expect(table.body["name"]).toBe("Items");
  });

  it("refuses computed fields, odd primaries, taken names and editors", async () => {
    const { call, workspace, base, goals, user } = await startWorkbench();
    const tables = `/v0/meta/bases/${base.id}/tables`;
    const fields = `${tables}/${goals.id}/fields`;
    workspace.share(base.id, user.id, "create");
    const editor = workspace.addUser({ name: "Ed", email: "ed@example.org" });
    workspace.share(base.id, editor.id, "edit");
    const token = workspace.issueToken({ userId: editor.id, scopes: ["schema.bases:write"] });

    const formula = await call("POST", fields, { name: "F", type: "formula", options: { formula: "1" } });
    const primary = await call("POST", tables, { name: "T", fields: [{ name: "C", type: "checkbox" }] });
    const taken = await call("POST", fields, { name: "Score", type: "number" });
    const refused = await call("POST", fields, { name: "New", type: "number" }, token);

    expect([formula, primary, taken].map(({ status }) => status)).toEqual([422, 422, 422]);
    expect(typeOf(formula)).toBe("UNSUPPORTED_FIELD_TYPE_FOR_CREATE");
    expect(refused.status).toBe(403);
  });
});
