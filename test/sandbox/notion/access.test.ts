import { describe, expect, it } from "vitest";

import { APIErrorCode, paragraph, raw, refusal, startBench, words } from "./helpers.ts";

describe("sandbox/notion: authorization and version", () => {
  it("refuses a request without a token", async () => {
    const bench = await startBench();

    const answer = await raw(bench, "GET", "users/me", { headers: { authorization: undefined } });

    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({
      object: "error",
      code: "unauthorized",
      message: "API token is invalid.",
    });
  });

  it("refuses an unknown token", async () => {
    const bench = await startBench();

    const error = await refusal(bench.connect({ auth: "ntn_other" }).users.me({}));

    expect(error.code).toBe(APIErrorCode.Unauthorized);
  });

  it("asks for a version", async () => {
    const bench = await startBench();

    const answer = await raw(bench, "GET", "users/me", { headers: { "notion-version": undefined } });

    expect(answer.status).toBe(400);
    expect(answer.body["code"]).toBe("missing_version");
  });

  it("names the request in body and header, as JSON with its charset", async () => {
    const bench = await startBench();

    const answer = await raw(bench, "GET", "users/me");

    expect(answer.body["request_id"]).toBe(answer.headers.get("x-notion-request-id"));
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(answer.headers.has("cf-ray")).toBe(true);
  });

  it("shows `archived` in the older version only", async () => {
    const bench = await startBench();

    const older = await bench
      .connect({ notionVersion: "2025-09-03" })
      .pages.retrieve({ page_id: bench.home });
    const newer = await bench.client.pages.retrieve({ page_id: bench.home });

    expect(Object.keys(older)).toContain("archived");
    expect(Object.keys(newer)).not.toContain("archived");
    expect(newer).toMatchObject({ in_trash: false, is_archived: false, is_locked: false });
  });

  it("does not know other routes", async () => {
    const bench = await startBench();

    const answer = await raw(bench, "GET", "nothing/here");

    expect(answer.body).toMatchObject({
      status: 400,
      code: "invalid_request_url",
      message: "Invalid request URL.",
    });
  });

  it("says when a body is not JSON", async () => {
    const bench = await startBench();

    const answer = await raw(bench, "POST", "search", { body: "{" });

    expect(answer.body).toMatchObject({ status: 400, code: "invalid_json" });
  });
});

describe("sandbox/notion: ids", () => {
  it("takes ids with and without dashes", async () => {
    const bench = await startBench();

    const page = await bench.client.pages.retrieve({ page_id: bench.home.replaceAll("-", "") });

    expect(page.id).toBe(bench.home);
  });

  it.each(["12345678-1234-1234-1234-123456789abc", "nonsense", "12345678-1234-9234-8234-123456789abc"])(
    "refuses %s, which is no UUID",
    async (id) => {
      const bench = await startBench();

      const error = await refusal(bench.client.pages.retrieve({ page_id: id }));

      expect(error.code).toBe(APIErrorCode.ValidationError);
      expect(error.message).toBe(
        `path failed validation: path.page_id should be a valid uuid, instead was \`"${id}"\`.`,
      );
    },
  );

  it("lets the all-zero id through, to find nothing", async () => {
    const bench = await startBench();

    const error = await refusal(
      bench.client.pages.retrieve({ page_id: "00000000-0000-0000-0000-000000000000" }),
    );

    expect(error.code).toBe(APIErrorCode.ObjectNotFound);
  });
});

describe("sandbox/notion: sharing", () => {
  it("calls a page that is not shared missing, and names the connection", async () => {
    const bench = await startBench();
    const hidden = bench.standIn.workspace.addPage({ parent: null, title: "Hidden" });

    const error = await refusal(bench.client.pages.retrieve({ page_id: hidden }));

    expect(error.status).toBe(404);
    expect(error.message).toBe(
      `Could not find page with ID: ${hidden}. Make sure the relevant pages and databases are shared with your integration "Bench".`,
    );
    expect(error.additional_data).toEqual({ integration_id: bench.botId });
  });

  it("shares what lies below a shared page", async () => {
    const bench = await startBench();
    const child = bench.standIn.workspace.addPage({ parent: bench.home, title: "Child", body: "Text" });

    const page = await bench.client.pages.retrieve({ page_id: child });
    const blocks = await bench.client.blocks.children.list({ block_id: child });

    expect(page.id).toBe(child);
    expect(blocks.results).toHaveLength(1);
  });

  it("takes sharing away again", async () => {
    const bench = await startBench();
    const child = bench.standIn.workspace.addPage({ parent: bench.home, title: "Child" });

    bench.standIn.workspace.unshare("ntn_test", child);
    const error = await refusal(bench.client.pages.retrieve({ page_id: child }));

    expect(error.code).toBe(APIErrorCode.ObjectNotFound);
  });
});

describe("sandbox/notion: capabilities", () => {
  it("refuses reading without the capability", async () => {
    const bench = await startBench();
    bench.standIn.workspace.setCapabilities("ntn_test", { readContent: false });

    const error = await refusal(bench.client.pages.retrieve({ page_id: bench.home }));

    expect([error.status, error.code]).toEqual([403, "restricted_resource"]);
  });

  it("refuses updating and inserting without the capability", async () => {
    const bench = await startBench();
    bench.standIn.workspace.setCapabilities("ntn_test", { insertContent: false, updateContent: false });

    const update = await refusal(bench.client.pages.update({ page_id: bench.home, is_locked: true }));
    const insert = await refusal(
      bench.client.blocks.children.append({ block_id: bench.home, children: [paragraph("x")] }),
    );

    expect([update.status, insert.status]).toEqual([403, 403]);
  });

  it("answers only the id to those who may insert but not read", async () => {
    const bench = await startBench();
    bench.standIn.workspace.setCapabilities("ntn_test", { readContent: false });

    const page = await bench.client.pages.create({
      parent: { page_id: bench.home },
      properties: { title: { title: words("New") } },
    });

    expect(Object.keys(page).sort()).toEqual(["id", "object", "request_id"]);
  });

  it("hides who people are without the user capability", async () => {
    const bench = await startBench();
    const { dataSources } = bench.standIn.workspace.addDatabase({
      parent: bench.home,
      title: "Tasks",
      dataSources: [{ name: "Tasks", properties: { Name: { title: {} }, Owner: { people: {} } } }],
    });
    bench.standIn.workspace.addRow(String(dataSources[0]), {
      values: { Name: "A", Owner: [bench.personId] },
    });
    bench.standIn.workspace.setCapabilities("ntn_test", { users: "none" });

    const { results } = await bench.client.dataSources.query({ data_source_id: String(dataSources[0]) });
    const list = await refusal(bench.client.users.list({}));

    expect(results[0]).toMatchObject({
      properties: { Owner: { people: [{ object: "user", id: bench.personId }] } },
    });
    expect(JSON.stringify(results)).not.toContain("Ann Lee");
    expect(list.status).toBe(403);
  });

  it("shows groups and bots among people, groups by their id alone to those who may not see people", async () => {
    const bench = await startBench();
    const { workspace } = bench.standIn;
    const { dataSources } = workspace.addDatabase({
      parent: bench.home,
      title: "Tasks",
      dataSources: [{ name: "Tasks", properties: { Name: { title: {} }, Owner: { people: {} } } }],
    });
    const group = workspace.addGroup({ name: "Board" });
    const row = workspace.addRow(String(dataSources[0]), { values: { Owner: [group, bench.botId] } });

    const open = await bench.client.pages.retrieve({ page_id: row });
    workspace.setCapabilities("ntn_test", { users: "none" });
    const closed = await bench.client.pages.retrieve({ page_id: row });

    expect(open).toMatchObject({
      properties: {
        Owner: {
          people: [
            { object: "group", id: group, name: "Board" },
            { object: "user", id: bench.botId, type: "bot" },
          ],
        },
      },
    });
    expect(closed).toMatchObject({
      properties: {
        Owner: {
          people: [
            { object: "group", id: group },
            { object: "user", id: bench.botId },
          ],
        },
      },
    });
    expect(JSON.stringify(closed)).not.toContain("Board");
  });

  it("shows names without addresses to those who may not see them", async () => {
    const bench = await startBench();
    bench.standIn.workspace.setCapabilities("ntn_test", { users: "without-email" });

    const user = await bench.client.users.retrieve({ user_id: bench.personId });

    expect(user).toMatchObject({ name: "Ann Lee", person: {} });
    expect(JSON.stringify(user)).not.toContain("ann@example.org");
  });
});

describe("sandbox/notion: users", () => {
  it("tells a connection who it is", async () => {
    const bench = await startBench();

    const me = await bench.client.users.me({});

    expect(me).toMatchObject({
      id: bench.botId,
      name: "Bench",
      type: "bot",
      bot: { owner: { type: "workspace" }, workspace_limits: { max_file_upload_size_in_bytes: 5242880 } },
    });
  });

  it("lists people and bots page by page", async () => {
    const bench = await startBench();

    const first = await bench.client.users.list({ page_size: 1 });
    const second = await bench.client.users.list({ start_cursor: String(first.next_cursor) });

    expect(first).toMatchObject({ has_more: true, results: [{ id: bench.personId, type: "person" }] });
    expect(second).toMatchObject({ has_more: false, results: [{ id: bench.botId, type: "bot" }] });
  });

  it("explains an unknown user with capabilities", async () => {
    const bench = await startBench();

    const error = await refusal(
      bench.client.users.retrieve({ user_id: "745e79dd-3e43-40de-9d51-39357c1c428f" }),
    );

    expect(error.message).toContain("Make sure your integration has capabilities to read user information.");
  });
});
