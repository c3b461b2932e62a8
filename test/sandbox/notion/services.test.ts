import { describe, expect, it } from "vitest";

import { paragraph, raw, refusal, startBench, words } from "./helpers.ts";

describe("sandbox/notion/routes/comments", () => {
  it("lists open comments, oldest first, threads mixed", async () => {
    const bench = await startBench();
    const { workspace } = bench.standIn;
    const by = bench.personId;
    workspace.addComment(bench.home, "second", { by, at: "2026-01-02T00:00:00Z" });
    workspace.addComment(bench.home, "first", { by, at: "2026-01-01T00:00:30Z" });
    workspace.addComment(bench.home, "closed", { by, resolved: true });

    const { results } = await bench.client.comments.list({ block_id: bench.home });

    expect(results).toMatchObject([
      {
        object: "comment",
        parent: { type: "page_id", page_id: bench.home },
        created_time: "2026-01-01T00:00:00.000Z",
        created_by: { object: "user", id: by },
        rich_text: [{ plain_text: "first" }],
        display_name: { type: "user", resolved_name: "Ann Lee" },
      },
      { rich_text: [{ plain_text: "second" }] },
    ]);
  });

  it("starts a thread, answers in it, and takes Markdown", async () => {
    const bench = await startBench();

    const first = await bench.client.comments.create({
      parent: { page_id: bench.home },
      rich_text: words("a"),
    });
    const { discussion_id: thread } = first as { discussion_id: string };
    const second = await bench.client.comments.create({ discussion_id: thread, markdown: "**b**" });

    expect(second).toMatchObject({
      discussion_id: thread,
      display_name: { type: "integration", resolved_name: "Bench" },
      rich_text: [{ plain_text: "b", annotations: { bold: true } }],
    });
  });

  it("answers the id alone to those who may not read comments", async () => {
    const bench = await startBench();
    bench.standIn.workspace.setCapabilities("ntn_test", { readComments: false });

    const comment = await bench.client.comments.create({
      parent: { page_id: bench.home },
      rich_text: words("a"),
    });
    const list = await refusal(bench.client.comments.list({ block_id: bench.home }));

    expect(Object.keys(comment).sort()).toEqual(["id", "object", "request_id"]);
    expect(list.status).toBe(403);
  });

  it("changes and deletes own comments only", async () => {
    const bench = await startBench();
    const theirs = bench.standIn.workspace.addComment(bench.home, "theirs", { by: bench.personId });
    const { id } = await bench.client.comments.create({
      parent: { page_id: bench.home },
      rich_text: words("a"),
    });

    const changed = await bench.client.comments.update({ comment_id: id, rich_text: words("b") });
    await bench.client.comments.delete({ comment_id: id });
    const error = await refusal(bench.client.comments.delete({ comment_id: theirs }));

    expect(changed).toMatchObject({ rich_text: [{ plain_text: "b" }] });
    expect(error.status).toBe(400);
    expect(bench.standIn.workspace.comments(bench.home)).toHaveLength(1);
  });
});

describe("sandbox/notion/routes/search", () => {
  it("finds titles only, and new pages only after a while", async () => {
    const bench = await startBench({ searchDelay: 2000 });
    bench.standIn.workspace.addPage({ parent: bench.home, title: "Learning review", body: "budget" });

    const atOnce = await bench.client.search({ query: "review" });
    bench.clock.advance(2000);
    const later = await bench.client.search({ query: "REVIEW" });
    const body = await bench.client.search({ query: "budget" });

    expect([atOnce.results.length, later.results.length, body.results.length]).toEqual([0, 1, 0]);
  });

  it("filters by kind and leaves out what is not shared", async () => {
    const bench = await startBench({ searchDelay: 0 });
    const { workspace } = bench.standIn;
    workspace.addDatabase({
      parent: bench.home,
      title: "Goals",
      dataSources: [{ name: "Goals", properties: {} }],
    });
    workspace.addPage({ parent: null, title: "Goals elsewhere" });

    const { results } = await bench.client.search({
      query: "goals",
      filter: { property: "object", value: "data_source" },
    });
    const pages = await bench.client.search({
      query: "goals",
      filter: { property: "object", value: "page" },
    });

    expect(results).toMatchObject([{ object: "data_source" }]);
    expect(pages.results).toEqual([]);
  });
});

describe("sandbox/notion/routes/search: hits", () => {
  it("leaves the properties out of some, when told to", async () => {
    const bench = await startBench({ searchDelay: 0, bareSearchHitEvery: 2 });
    for (const title of ["a", "b", "c"]) bench.standIn.workspace.addPage({ parent: bench.home, title });

    const first = await bench.client.search({ page_size: 3 });
    const rest = await bench.client.search({ start_cursor: String(first.next_cursor) });

    const hits = [...first.results, ...rest.results];
    expect(hits.map((hit) => "properties" in hit)).toEqual([true, false, true, false]);
    expect(hits.every(({ id, object }) => object === "page" && id !== "")).toBe(true);
  });
});

describe("sandbox/notion/routes/file-uploads", () => {
  it("makes, sends and attaches a file, whose address changes at each read", async () => {
    const bench = await startBench();
    const upload = await bench.client.fileUploads.create({ filename: "a.png", content_type: "image/png" });

    const sent = await bench.client.fileUploads.send({
      file_upload_id: upload.id,
      file: { filename: "a.png", data: new Blob(["12345"], { type: "image/png" }) },
    });
    const { results } = await bench.client.blocks.children.append({
      block_id: bench.home,
      children: [{ image: { file_upload: { id: upload.id } } }],
    });
    const again = await bench.client.blocks.retrieve({ block_id: String(results[0]?.id) });

    expect(upload).toMatchObject({ status: "pending", content_length: null });
    expect(sent).toMatchObject({ status: "uploaded", content_length: 5 });
    expect(results[0]).toMatchObject({
      image: { type: "file", file: { expiry_time: "2026-03-10T10:30:45.500Z" } },
    });
    expect((again as unknown as { image: { file: { url: string } } }).image.file.url).not.toBe(
      (results[0] as unknown as { image: { file: { url: string } } }).image.file.url,
    );
  });

  it("refuses to attach what was never sent or has expired", async () => {
    const bench = await startBench();
    const upload = await bench.client.fileUploads.create({ filename: "a.png", content_type: "image/png" });
    const attach = (): Promise<unknown> =>
      bench.client.blocks.children.append({
        block_id: bench.home,
        children: [{ image: { file_upload: { id: upload.id } } }],
      });

    const pending = await refusal(attach());
    bench.clock.advance(3_600_001);
    const expired = await bench.client.fileUploads.retrieve({ file_upload_id: upload.id });

    expect(pending.status).toBe(400);
    expect(expired.status).toBe("expired");
  });
});

/** A file of so many bytes. */
const fileOf = (bytes: number, type: string): { filename: string; data: Blob } => ({
  filename: "a",
  data: new Blob(["x".repeat(bytes)], { type }),
});

describe("sandbox/notion/routes/file-uploads: several parts", () => {
  it("takes parts in any order, and is uploaded when it is completed", async () => {
    const { client } = await startBench();
    const upload = await client.fileUploads.create({
      mode: "multi_part",
      filename: "a.pdf",
      content_type: "application/pdf",
      number_of_parts: 2,
    });
    const send = (part: string, bytes: number): Promise<unknown> =>
      client.fileUploads.send({
        file_upload_id: upload.id,
        part_number: part,
        file: fileOf(bytes, "application/pdf"),
      });

    await send("2", 3);
    const early = await refusal(client.fileUploads.complete({ file_upload_id: upload.id }));
    const sent = await send("1", 5);
    const done = await client.fileUploads.complete({ file_upload_id: upload.id });

    expect(upload).toMatchObject({
      status: "pending",
      number_of_parts: { total: 2, sent: 0 },
      complete_url: expect.stringMatching(/\/complete$/) as string,
    });
    expect(early.message).toContain("1 of 2 parts");
    expect(sent).toMatchObject({ status: "pending", number_of_parts: { total: 2, sent: 2 } });
    expect(done).toMatchObject({ status: "uploaded", content_length: 8 });
  });

  it("refuses parts without a number, or beyond the last", async () => {
    const bench = await startBench();
    const { id } = await bench.client.fileUploads.create({
      mode: "multi_part",
      filename: "a.pdf",
      number_of_parts: 2,
    });
    const send = (more: object): Promise<unknown> =>
      bench.client.fileUploads.send({ file_upload_id: id, file: fileOf(1, "application/pdf"), ...more });

    const [none, beyond] = [await refusal(send({})), await refusal(send({ part_number: "3" }))];
    const nameless = await refusal(
      bench.client.fileUploads.create({ mode: "multi_part", number_of_parts: 2 }),
    );

    expect([none, beyond, nameless].map(({ status }) => status)).toEqual([400, 400, 400]);
    expect(beyond.message).toContain("body.part_number should be a number from 1 to 2");
    expect(nameless.message).toContain("body.filename");
  });
});

describe("sandbox/notion/routes/file-uploads: what is taken", () => {
  it("refuses a file larger than the plan allows, over all its parts", async () => {
    const { client } = await startBench({ maxUploadBytes: 10 });
    const one = await client.fileUploads.create({ filename: "a.png" });
    const two = await client.fileUploads.create({
      mode: "multi_part",
      filename: "a.png",
      number_of_parts: 2,
    });
    const send = (id: string, bytes: number, more: object = {}): Promise<unknown> =>
      client.fileUploads.send({ file_upload_id: id, file: fileOf(bytes, "image/png"), ...more });
    await send(two.id, 6, { part_number: "1" });

    const large = await refusal(send(one.id, 11));
    const together = await refusal(send(two.id, 6, { part_number: "2" }));
    const me = await client.users.me({});

    expect([large.status, together.status]).toEqual([400, 400]);
    expect(me).toMatchObject({ bot: { workspace_limits: { max_file_upload_size_in_bytes: 10 } } });
  });

  it("refuses types that Notion does not take, and a file of another type than announced", async () => {
    const { client } = await startBench();
    const upload = await client.fileUploads.create({ filename: "a.svg" });

    const program = await refusal(client.fileUploads.create({ filename: "a.exe" }));
    const named = await refusal(
      client.fileUploads.create({ filename: "a", content_type: "application/x-msdownload" }),
    );
    const other = await refusal(
      client.fileUploads.send({ file_upload_id: upload.id, file: fileOf(1, "image/png") }),
    );

    expect(upload).toMatchObject({ content_type: "image/svg+xml" });
    expect([program, named, other].map(({ status }) => status)).toEqual([400, 400, 400]);
    expect(other.message).toContain("image/png, but the file upload was made for image/svg+xml");
  });

  it("refuses a block of another family", async () => {
    const { client, home } = await startBench();
    const { id } = await client.fileUploads.create({ filename: "a.pdf" });
    await client.fileUploads.send({ file_upload_id: id, file: fileOf(1, "application/pdf") });
    const append = (type: "image" | "pdf"): Promise<unknown> =>
      client.blocks.children.append({
        block_id: home,
        children: [type === "pdf" ? { pdf: { file_upload: { id } } } : { image: { file_upload: { id } } }],
      });

    const wrong = await refusal(append("image"));
    const icon = await refusal(client.pages.update({ page_id: home, icon: { file_upload: { id } } }));
    await append("pdf");

    expect([wrong.status, icon.status]).toEqual([400, 400]);
    expect(wrong.message).toContain("application/pdf, which cannot be shown as image");
  });

  it("takes nothing for an upload that has expired, and keeps one that was attached in time", async () => {
    const bench = await startBench();
    const { client } = bench;
    const [late, kept] = [
      await client.fileUploads.create({ filename: "a.png" }),
      await client.fileUploads.create({ filename: "b.png" }),
    ];
    await client.fileUploads.send({ file_upload_id: kept.id, file: fileOf(1, "image/png") });
    const image = { image: { file_upload: { id: kept.id } } };
    await client.blocks.children.append({ block_id: bench.home, children: [image] });
    bench.clock.advance(3_600_001);

    const error = await refusal(
      client.fileUploads.send({ file_upload_id: late.id, file: fileOf(1, "image/png") }),
    );
    await client.blocks.children.append({ block_id: bench.home, children: [image] });
    const expired = await client.fileUploads.list({ status: "expired" });

    expect(error.message).toContain("expired");
    expect(expired.results.map(({ id }) => id)).toEqual([late.id]);
    expect(await client.fileUploads.retrieve({ file_upload_id: kept.id })).toMatchObject({
      status: "uploaded",
      expiry_time: null,
    });
  });
});

describe("sandbox/notion/routes/file-uploads: external addresses", () => {
  it("fetches the file later, and says how that went", async () => {
    const { client, clock } = await startBench({ importDelay: 500 });
    const make = (external_url: string): Promise<{ id: string; status: string }> =>
      client.fileUploads.create({ mode: "external_url", filename: "a.png", external_url });
    const [good, bad] = [await make("https://example.org/a.png"), await make("https://gone.invalid/a.png")];

    clock.advance(500);
    const [done, failed] = [
      await client.fileUploads.retrieve({ file_upload_id: good.id }),
      await client.fileUploads.retrieve({ file_upload_id: bad.id }),
    ];

    expect(good).not.toHaveProperty("upload_url");
    expect([good.status, bad.status]).toEqual(["pending", "pending"]);
    expect(done).toMatchObject({ status: "uploaded", file_import_result: { type: "success" } });
    expect(failed).toMatchObject({
      status: "failed",
      file_import_result: { type: "error", error: { type: "download_error", parameter: "external_url" } },
    });
  });

  it("refuses what not everybody can fetch, and anything sent to it", async () => {
    const { client } = await startBench();
    const make = (external_url: string): Promise<{ id: string }> =>
      client.fileUploads.create({ mode: "external_url", filename: "a.png", external_url });

    const plain = await refusal(make("http://example.org/a.png"));
    const { id } = await make("https://example.org/a.png");
    const sent = await refusal(client.fileUploads.send({ file_upload_id: id, file: fileOf(1, "image/png") }));

    expect(plain.message).toContain("body.external_url should be a public https URL");
    expect(sent.status).toBe(400);
  });
});

describe("sandbox/notion/tasks", () => {
  it("answers 202 and finishes after some polls", async () => {
    const bench = await startBench();
    const queued = await raw(bench, "POST", "pages", {
      body: { parent: { page_id: bench.home }, markdown: "# Later\nText", allow_async: true },
    });
    const id = String(queued.body["id"]);

    const early = bench.standIn.workspace.findPages("Later").length;
    const running = await raw(bench, "GET", `async_tasks/${id}`);
    const done = await raw(bench, "GET", `async_tasks/${id}`);

    expect(queued.status).toBe(202);
    expect(queued.body).toMatchObject({ object: "async_task", status: "queued", poll_after_seconds: 2 });
    expect(early).toBe(0);
    expect(running.body["status"]).toBe("running");
    expect(done.body).toMatchObject({ status: "succeeded", result: { object: "page" } });
  });

  it("fails inside the task, and forgets it after a time", async () => {
    const bench = await startBench({ taskPolls: 1 });
    const queued = await raw(bench, "PATCH", `pages/${bench.home}/markdown`, {
      body: {
        type: "update_content",
        update_content: { content_updates: [{ old_str: "nope", new_str: "x" }] },
        allow_async: true,
      },
    });
    const path = `async_tasks/${String(queued.body["id"])}`;

    const failed = await raw(bench, "GET", path);
    bench.clock.advance(3_600_001);
    const gone = await raw(bench, "GET", path);

    expect(failed.body).toMatchObject({ status: "failed", error: { code: "validation_error" } });
    expect(gone.status).toBe(404);
  });
});

describe("sandbox/notion/templates", () => {
  it("answers with a blank page and fills it afterwards", async () => {
    const bench = await startBench();
    const template = bench.standIn.workspace.addPage({
      parent: bench.home,
      title: "Template",
      body: "From here",
    });

    const page = await bench.client.pages.create({
      parent: { page_id: bench.home },
      template: { type: "template_id", template_id: template },
    });
    const { results } = await bench.client.blocks.children.list({ block_id: page.id });

    expect(results).toMatchObject([{ paragraph: { rich_text: [{ plain_text: "From here" }] } }]);
  });

  it("refuses children beside a template", async () => {
    const bench = await startBench();

    const error = await refusal(
      bench.client.pages.create({
        parent: { page_id: bench.home },
        children: [paragraph("x")],
        template: { type: "default" },
      }),
    );

    expect(error.status).toBe(400);
  });
});
