import { describe, expect, it } from "vitest";
import { startWorkbench } from "../workbench.ts";

describe("sandbox/airtable/routes/meta", () => {
  it("says who the token is, the address only with its scope", async () => {
    const { call, workspace, user } = await startWorkbench();
    const bare = workspace.issueToken({ userId: user.id, scopes: [] });

    expect((await call("GET", "/v0/meta/whoami")).body).toEqual({ id: user.id, email: "rosa@example.org" });
    expect((await call("GET", "/v0/meta/whoami", undefined, bare)).body).toEqual({ id: user.id });
  });

  it("lists granted bases with the person's level", async () => {
    const { call, workspace, base } = await startWorkbench();
    workspace.addBase({ name: "Not granted" });

    const { body } = await call("GET", "/v0/meta/bases");

    expect(body).toEqual({ bases: [{ id: base.id, name: "Program", permissionLevel: "create" }] });
  });

  it("shows tables, fields, options and views", async () => {
    const { call, base, goals, items } = await startWorkbench();

    const { body } = await call("GET", `/v0/meta/bases/${base.id}/tables`);
    const withFields = await call("GET", `/v0/meta/bases/${base.id}/tables?include[]=visibleFieldIds`);

    expect(body["tables"]).toMatchObject([
      {
        id: goals.id,
        name: "Goals",
        primaryFieldId: goals.primaryFieldId,
        views: [{ name: "Grid view", type: "grid" }],
      },
      {
        id: items.id,
        fields: [
          { name: "Name", type: "singleLineText" },
          { name: "Goal", type: "multipleRecordLinks", options: { linkedTableId: goals.id } },
        ],
      },
    ]);
    expect(JSON.stringify(body)).not.toContain("visibleFieldIds");
    expect(JSON.stringify(withFields.body)).toContain("visibleFieldIds");
  });

  it("mirrors live edits: ids stay through a rename and change when a name is made anew", async () => {
    const { call, workspace, base, goals, items } = await startWorkbench();
    const fieldsOf = async (): Promise<Map<string, string>> => {
      const { body } = await call("GET", `/v0/meta/bases/${base.id}/tables`);
      const tables = body["tables"] as { id: string; fields: { id: string; name: string }[] }[];
      return new Map(tables.flatMap(({ fields }) => fields.map(({ id, name }) => [name, id] as const)));
    };
    const before = await fieldsOf();

    workspace.renameField(goals.id, "Score", "Points");
    workspace.deleteField(goals.id, "Notes");
    workspace.addField(goals.id, { name: "Notes", type: "multilineText" });
    workspace.renameTable(items.id, "Insights");
    const after = await fieldsOf();

    expect(after.get("Points")).toBe(before.get("Score"));
    expect(after.get("Notes")).not.toBe(before.get("Notes"));
    expect((await call("GET", `/v0/${base.id}/Insights`)).status).toBe(200);
    expect((await call("GET", `/v0/${base.id}/Learning%20items`)).status).toBe(403);
  });
});
