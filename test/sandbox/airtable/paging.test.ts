import { describe, expect, it } from "vitest";
import { startWorkbench, typeOf, type Workbench } from "./workbench.ts";

async function withGoals(
  count: number,
  options: Parameters<typeof startWorkbench>[0] = {},
): Promise<Workbench> {
  const bench = await startWorkbench(options);
  for (let n = 0; n < count; n += 1) bench.addGoal(`Goal ${String(n).padStart(3, "0")}`);
  return bench;
}

describe("sandbox/airtable/paging", () => {
  it("gives pages of 100 with a cursor, and none on the last", async () => {
    const { call, goalsPath } = await withGoals(201);

    const first = await call("GET", goalsPath);
    const second = await call("GET", `${goalsPath}?offset=${first.body.offset}`);
    const third = await call("GET", `${goalsPath}?offset=${second.body.offset}`);

    expect(first.body.offset).toMatch(/^itr[A-Za-z0-9]{14}\/rec[A-Za-z0-9]{14}$/);
    expect([first, second, third].map(({ body }) => body.records.length)).toEqual([100, 100, 1]);
    expect(third.body).not.toHaveProperty("offset");
  });

  it("is walked by the official package, every row once", async () => {
    const { sdk, log } = await withGoals(150);

    const records = await sdk("Goals").select({ pageSize: 40 }).all();

    expect(new Set(records.map(({ id }) => id)).size).toBe(150);
    expect(log.reads()).toHaveLength(4);
  });

  it("caps all pages together at maxRecords and refuses a page over 100", async () => {
    const { sdk, call, goalsPath } = await withGoals(30);
    const sizes: number[] = [];

    await sdk("Goals")
      .select({ pageSize: 10, maxRecords: 25 })
      .eachPage((records, next) => {
        sizes.push(records.length);
        next();
      });
    const tooLarge = await call("GET", `${goalsPath}?pageSize=101`);

    expect(sizes).toEqual([10, 10, 5]);
    expect(tooLarge.status).toBe(422);
  });

  it("freezes the order and reads values anew", async () => {
    const { call, workspace, goals, goalsPath } = await withGoals(4);
    const query = `${goalsPath}?pageSize=2&sort[0][field]=Name`;
    const first = await call("GET", query);
    const last = workspace.records(goals.id).at(-1);
    workspace.updateRecord(goals.id, last?.id ?? "", { Name: "AAA" });
    workspace.createRecord(goals.id, { Name: "Newcomer" });

    const second = await call("GET", `${query}&offset=${first.body.offset}`);

    expect(second.body.records.map(({ fields }) => fields["Name"])).toEqual(["Goal 002", "AAA"]);
    expect(second.body).not.toHaveProperty("offset");
  });

  it("skips rows deleted since the list began", async () => {
    const { call, workspace, goals, goalsPath } = await withGoals(4);
    const query = `${goalsPath}?pageSize=2&sort[0][field]=Name`;
    const first = await call("GET", query);
    workspace.deleteRecord(goals.id, workspace.records(goals.id)[2]?.id ?? "");

    const second = await call("GET", `${query}&offset=${first.body.offset}`);

    expect(second.body.records.map(({ fields }) => fields["Name"])).toEqual(["Goal 003"]);
  });

  it.each([
    ["when left alone too long", async ({ clock }: Workbench) => clock.advance(300_001)],
    ["when the service restarts", async ({ expireCursors }: Workbench) => expireCursors()],
  ])("loses its cursor %s, with an error that has no message", async (_, happen) => {
    const bench = await withGoals(3);
    const first = await bench.call("GET", `${bench.goalsPath}?pageSize=2`);
    await happen(bench);

    const second = await bench.call("GET", `${bench.goalsPath}?pageSize=2&offset=${first.body.offset}`);

    expect(second.status).toBe(422);
    expect(second.body).toEqual({ error: { type: "LIST_RECORDS_ITERATOR_NOT_AVAILABLE" } });
  });

  it("loses its cursor after a set number of pages", async () => {
    const { sdk } = await withGoals(5, { cursorPages: 2 });

    const walk = sdk("Goals").select({ pageSize: 1 }).all();

    await expect(walk).rejects.toMatchObject({ error: "LIST_RECORDS_ITERATOR_NOT_AVAILABLE" });
  });

  it("refuses a cursor of another query, and garbage", async () => {
    const { call, goalsPath } = await withGoals(3);
    const first = await call("GET", `${goalsPath}?pageSize=2`);

    const other = await call(
      "GET",
      `${goalsPath}?pageSize=2&sort[0][field]=Name&offset=${first.body.offset}`,
    );
    const garbage = await call("GET", `${goalsPath}?offset=2`);

    expect(typeOf(other)).toBe("LIST_RECORDS_ITERATOR_NOT_AVAILABLE");
    expect(typeOf(garbage)).toBe("INVALID_OFFSET_VALUE");
  });

  it("takes an empty cursor for none", async () => {
    const { call, goalsPath } = await withGoals(1);

    expect((await call("GET", `${goalsPath}?offset=`)).body.records).toHaveLength(1);
  });
});
