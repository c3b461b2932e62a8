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

  it("takes 5 MB, refuses more, and knows no upload path on the main host", async () => {
    const { call, contentUrl, base, addGoal, goalsPath } = await startWorkbench();
    const id = addGoal("Clinics");
    const path = `/v0/${base.id}/${id}/Files/uploadAttachment`;
    const bodyOf = (bytes: number): object => ({
      contentType: "image/png",
      filename: `${bytes}.png`,
      file: Buffer.alloc(bytes).toString("base64"),
    });
    const largest = 5 * 1024 * 1024;

    const whole = await call("POST", `${contentUrl}${path}`, bodyOf(largest));
    const over = await call("POST", `${contentUrl}${path}`, bodyOf(largest + 1));
    const main = await call("POST", path, bodyOf(1));
    const { body } = await call("GET", `${goalsPath}/${id}`);

    expect([whole.status, over.status, main.status]).toEqual([200, 413, 404]);
    expect(body.fields["Files"]).toMatchObject([{ filename: `${largest}.png`, size: largest }]);
  });
});
