import { describe, expect, it } from "vitest";
import { messageOf, startWorkbench, typeOf } from "../workbench.ts";

describe("sandbox/airtable/routes/records", () => {
  it("lists through the official package, by table name and by id", async () => {
    const { sdk, addGoal, goals } = await startWorkbench();
    addGoal("Clinics");

    const byName = await sdk("Goals").select().all();
    const byId = await sdk(goals.id).select({ method: "post" }).all();

    expect(byName.map((record) => record.get("Name"))).toEqual(["Clinics"]);
    expect(byId.map((record) => record.id)).toEqual(byName.map((record) => record.id));
  });

  it("finds one record through the official package", async () => {
    const { sdk, addGoal } = await startWorkbench();
    const id = addGoal("Clinics", { Score: 3 });

    const record = await sdk("Goals").find(id);

    expect(record.fields).toMatchObject({ Name: "Clinics", Score: 3 });
  });

  it("accepts a slash and an empty query at the end, and names with spaces", async () => {
    const { call, base, goalsPath } = await startWorkbench();

    const answers = await Promise.all([
      call("GET", `${goalsPath}/?`),
      call("GET", `/v0/${base.id}/Learning%20items`),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it("leaves out empty cells and keeps zero", async () => {
    const { call, workspace, items, addGoal, goalsPath, itemsPath } = await startWorkbench();
    addGoal("Zero", { Score: 0, Done: false, Tags: [], Notes: "", Owner: null });
    workspace.createRecord(items.id, {});

    const goals = await call("GET", goalsPath);
    const bare = await call("GET", itemsPath);

    expect(goals.body.records[0]?.fields).toEqual({ Name: "Zero", Score: 0, "No.": 1 });
    expect(bare.body.records[0]?.fields).toEqual({});
  });

  it("keys cells by field id on request", async () => {
    const { call, goals, addGoal, goalsPath } = await startWorkbench();
    const id = addGoal("Clinics");
    const nameId = goals.primaryFieldId;

    const [one, two, three] = await Promise.all([
      call("GET", `${goalsPath}?returnFieldsByFieldId=true`),
      call("GET", `${goalsPath}?returnFieldsByFieldId=1`),
      call("GET", `${goalsPath}/${id}?returnFieldsByFieldId=true`),
    ]);

    expect(one.body.records[0]?.fields[nameId]).toBe("Clinics");
    expect(two.body.records[0]?.fields[nameId]).toBe("Clinics");
    expect(three.body.fields[nameId]).toBe("Clinics");
  });

  it("answers only the fields asked for, by name or id, and refuses all for one unknown", async () => {
    const { call, goals, addGoal, goalsPath } = await startWorkbench();
    addGoal("Clinics", { Score: 1, Notes: "n" });

    const some = await call("GET", `${goalsPath}?fields[]=Score&fields%5B%5D=${goals.primaryFieldId}`);
    const stale = await call("GET", `${goalsPath}?fields[]=Score&fields[]=Gone`);

    expect(some.body.records[0]?.fields).toEqual({ Score: 1, Name: "Clinics" });
    expect([stale.status, typeOf(stale), messageOf(stale)]).toEqual([
      422,
      "UNKNOWN_FIELD_NAME",
      'Unknown field name: "Gone"',
    ]);
  });

  it("refuses names in another case", async () => {
    const { call, goalsPath } = await startWorkbench();

    expect(typeOf(await call("GET", `${goalsPath}?fields[]=name`))).toBe("UNKNOWN_FIELD_NAME");
  });

  it("sorts by type, blanks first, and reads a plus as a space", async () => {
    const { call, workspace, goals, addGoal, goalsPath } = await startWorkbench();
    workspace.renameField(goals.id, "Score", "The score");
    addGoal("ten", { "The score": 10 });
    addGoal("nine", { "The score": 9 });
    addGoal("blank");

    const up = await call("GET", `${goalsPath}?sort[0][field]=The+score`);
    const down = await call("GET", `${goalsPath}?sort[0][field]=The%20score&sort[0][direction]=desc`);
    const wrong = await call("GET", `${goalsPath}?sort[0][field]=Name&sort[0][direction]=up`);

    expect(up.body.records.map(({ fields }) => fields["Name"])).toEqual(["blank", "nine", "ten"]);
    expect(down.body.records.map(({ fields }) => fields["Name"])).toEqual(["ten", "nine", "blank"]);
    expect(typeOf(wrong)).toBe("INVALID_SORT_DIRECTION");
  });

  it("jumbles the order when neither sort nor view is asked for, the same way for one seed", async () => {
    const { sdk, addGoal } = await startWorkbench();
    const made = Array.from({ length: 30 }, (_, n) => addGoal(`Goal ${n}`));

    const first = (await sdk("Goals").select().all()).map(({ id }) => id);
    const again = (await sdk("Goals").select().all()).map(({ id }) => id);

    expect(first).not.toEqual(made);
    expect(first.toSorted()).toEqual(made.toSorted());
    expect(again).toEqual(first);
  });

  it("gives a view's rows in its order, hidden fields included", async () => {
    const { call, workspace, goals, items, addGoal, goalsPath } = await startWorkbench();
    addGoal("b", { Score: 1, Notes: "hidden" });
    addGoal("a", { Score: 2 });
    addGoal("c");
    workspace.addView(goals.id, {
      name: "Scored",
      filter: "{Score} > 0",
      sort: [{ field: "Name", direction: "asc" }],
      visibleFields: ["Name"],
    });

    const seen = await call("GET", `${goalsPath}?view=Scored`);
    const unknown = await Promise.all([
      call("GET", `${goalsPath}?view=Nothing`),
      call("GET", `${goalsPath}?view=viwAAAAAAAAAAAAAA`),
      call("GET", `${goalsPath}?view=${items.views[0]?.id}`),
    ]);

    expect(seen.body.records.map(({ fields }) => fields["Name"])).toEqual(["a", "b"]);
    expect(seen.body.records[1]?.fields["Notes"]).toBe("hidden");
    expect(unknown.map(typeOf)).toEqual(["VIEW_NAME_NOT_FOUND", "VIEW_ID_NOT_FOUND", "FAILED_STATE_CHECK"]);
  });

  it("reads body parameters of POST listRecords and ignores a cursor in its query", async () => {
    const { call, addGoal, goalsPath } = await startWorkbench();
    ["a", "b", "c"].forEach((name) => addGoal(name));
    const body = {
      pageSize: 2,
      sort: [{ field: "Name" }],
      method: "post",
      timeZone: "UTC",
      userLocale: "en",
    };
    const path = `${goalsPath}/listRecords`;
    const first = await call("POST", path, body);

    const repeated = await call("POST", `${path}?offset=${first.body.offset}`, body);
    const second = await call("POST", path, { ...body, offset: first.body.offset });

    expect(repeated.body.records).toEqual(first.body.records);
    expect(second.body.records.map(({ fields }) => fields["Name"])).toEqual(["c"]);
  });

  it("switches the official package to POST for a long formula, and refuses a long URL by GET", async () => {
    const { sdk, call, addGoal, goalsPath, log } = await startWorkbench();
    const id = addGoal("Wanted");
    addGoal("Other");
    const filterByFormula = `OR(${Array.from({ length: 600 }, () => `RECORD_ID()="${id}"`).join(",")})`;

    const found = await sdk("Goals").select({ filterByFormula }).all();
    const refused = await call("GET", `${goalsPath}?filterByFormula=${encodeURIComponent(filterByFormula)}`);

    expect(found.map((record) => record.get("Name"))).toEqual(["Wanted"]);
    expect(log.matching(/^POST .*listRecords$/)).toHaveLength(1);
    expect(refused.status).toBe(414);
  });

  it("needs both companions for cellFormat=string and then answers text", async () => {
    const { call, workspace, items, addGoal, goalsPath, itemsPath } = await startWorkbench();
    const goal = addGoal("Clinics", { Score: 2, Seen: "2026-11-22T18:00:00Z" });
    workspace.createRecord(items.id, { Name: "Ask", Goal: [goal] });
    const companions = "cellFormat=string&timeZone=America/Chicago&userLocale=en-us";

    const lonely = await call("GET", `${goalsPath}?cellFormat=string&timeZone=UTC`);
    const texts = await call("GET", `${goalsPath}?${companions}`);
    const links = await call("GET", `${itemsPath}?${companions}`);

    expect(lonely.status).toBe(422);
    expect(texts.body.records[0]?.fields).toMatchObject({
      Score: "2",
      Seen: expect.stringContaining("12:00"),
    });
    expect(links.body.records[0]?.fields["Goal"]).toBe("Clinics");
  });

  it("refuses unknown keys when strict and bears them when lenient", async () => {
    const strict = await startWorkbench();
    const lenient = await startWorkbench({ strictKeys: false });

    const refused = await strict.call("GET", `${strict.goalsPath}?pagesize=5`);
    const borne = await lenient.call("GET", `${lenient.goalsPath}?pagesize=5`);

    expect([refused.status, typeOf(refused)]).toEqual([422, "INVALID_REQUEST_UNKNOWN"]);
    expect(borne.status).toBe(200);
  });

  it("says 404 for an unknown record in the form that was chosen", async () => {
    const object = await startWorkbench();
    const bare = await startWorkbench({ missingRecord: "bare" });

    const one = await object.call("GET", `${object.goalsPath}/recAAAAAAAAAAAAAA`);
    const two = await bare.call("GET", `${bare.goalsPath}/recAAAAAAAAAAAAAA`);

    expect([one.status, typeOf(one)]).toEqual([404, "MODEL_ID_NOT_FOUND"]);
    expect([two.status, two.body]).toEqual([404, { error: "NOT_FOUND" }]);
  });

  it("counts comments only when asked", async () => {
    const { call, workspace, goals, user, addGoal, goalsPath } = await startWorkbench();
    workspace.addComment(goals.id, addGoal("Clinics"), { by: user.id, text: "Why?" });

    const silent = await call("GET", goalsPath);
    const counted = await call("GET", `${goalsPath}?recordMetadata[]=commentCount`);

    expect(silent.body.records[0]).not.toHaveProperty("commentCount");
    expect(counted.body.records[0]?.commentCount).toBe(1);
  });
});
