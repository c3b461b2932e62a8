import { describe, expect, it } from "vitest";
import { startWorkbench } from "./workbench.ts";

interface File {
  readonly id: string;
  readonly url: string;
  readonly filename: string;
}

/** A goal whose file was given by URL, and how to read its files. */
async function startWithFile(fetchDelay: number) {
  const bench = await startWorkbench({ fetchDelay });
  const { call, goalsPath } = bench;
  const Files = [{ url: "https://example.org/a.png", filename: "chart.png" }];
  const created = await call("POST", goalsPath, { fields: { Name: "Clinics", Files } });
  const filesNow = async (): Promise<readonly File[] | undefined> =>
    (await call("GET", `${goalsPath}/${created.body.id}`)).body.fields["Files"] as File[] | undefined;
  return { ...bench, created, filesNow };
}

describe("sandbox/airtable/files", () => {
  it("shows a file given by URL only once it has been fetched", async () => {
    const { call, clock, created, goalsPath, filesNow } = await startWithFile(30_000);
    clock.advance(29_999);
    const tooEarly = await call("GET", goalsPath);

    clock.advance(1);
    const files = await filesNow();

    expect(created.status).toBe(200);
    expect([created.body.fields, tooEarly.body.records[0]?.fields]).toEqual([
      { Name: "Clinics", "No.": 1 },
      { Name: "Clinics", "No.": 1 },
    ]);
    expect(files).toMatchObject([{ filename: "chart.png" }]);
  });

  it("gives another address on each read, and each dies after two hours", async () => {
    const { clock, filesNow } = await startWithFile(0);
    const statusOf = async (file: File | undefined): Promise<number> => (await fetch(file?.url ?? "")).status;
    const [first] = (await filesNow()) ?? [];
    clock.advance(3_600_000);
    const [second] = (await filesNow()) ?? [];

    clock.advance(3_599_999);
    const before = [await statusOf(first), await statusOf(second)];
    clock.advance(1);
    const after = [await statusOf(first), await statusOf(second)];

    expect(second?.id).toBe(first?.id);
    expect(second?.url).not.toBe(first?.url);
    expect(before).toEqual([200, 200]);
    expect(after).toEqual([410, 200]);
  });
});
