import { describe, expect, it } from "vitest";
import { startWorkbench } from "../workbench.ts";

interface File {
  readonly id: string;
  readonly url: string;
  readonly filename: string;
}

describe("sandbox/airtable/routes/upload", () => {
  it("adds files on the other host, answers by field id, and serves them for two hours", async () => {
    const { call, clock, contentUrl, base, goals, addGoal, goalsPath } = await startWorkbench();
    const id = addGoal("Clinics");
    const field = goals.fields.find(({ name }) => name === "Files")?.id ?? "";
    const path = `${contentUrl}/v0/${base.id}/${id}/Files/uploadAttachment`;
    const file = {
      contentType: "text/plain",
      filename: "übersicht 1.txt",
      file: Buffer.from("hello").toString("base64"),
    };

    await call("POST", path, file);
    const { body } = await call("POST", path, file);
    const stored = (await call("GET", `${goalsPath}/${id}`)).body.fields["Files"] as File[];
    const again = (await call("GET", `${goalsPath}/${id}`)).body.fields["Files"] as File[];
    const url = stored[0]?.url ?? "";
    const fresh = await fetch(url);
    clock.advance(7_200_000);

    expect(body.fields[field]).toHaveLength(2);
    expect(stored[0]).toMatchObject({ filename: "übersicht 1.txt", size: 5, type: "text/plain" });
    expect(again[0]?.url).not.toBe(url);
    expect(await fresh.text()).toBe("hello");
    expect((await fetch(url)).status).toBe(410);
    expect((await fetch(url.replace(/[^/]+\/[^/]+$/, "forged/name.txt"))).status).toBe(410);
  });

  it("refuses more than 5 MB, and the upload path on the main host", async () => {
    const { call, contentUrl, base, addGoal } = await startWorkbench();
    const id = addGoal("Clinics");
    const file = Buffer.alloc(5 * 1024 * 1024 + 1).toString("base64");
    const body = { contentType: "image/png", filename: "a.png", file };

    const large = await call("POST", `${contentUrl}/v0/${base.id}/${id}/Files/uploadAttachment`, body);
    const main = await call("POST", `/v0/${base.id}/${id}/Files/uploadAttachment`, { ...body, file: "" });

    expect(large.status).toBe(413);
    expect(main.status).toBe(404);
  });
});
