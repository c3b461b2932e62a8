import { describe, expect, it } from "vitest";

import { notionFaults } from "../../../src/sandbox/notion/faults.ts";
import { paragraph, raw, refusal, startBench, words, type Bench } from "./helpers.ts";

function createReport(bench: Bench): Promise<{ id: string }> {
  return bench.client.pages.create({
    parent: { page_id: bench.home },
    properties: { title: { title: words("Report") } },
  });
}

describe("sandbox/notion/rate-window", () => {
  it("lets the whole budget through at once, then refuses until the window ends", async () => {
    const bench = await startBench({ requestsPerMinute: 3 });
    for (let count = 0; count < 3; count += 1) await bench.client.users.me({});
    bench.clock.advance(20_500);

    const refused = await raw(bench, "GET", "users/me");
    bench.clock.advance(39_500);
    const afterwards = await bench.client.users.me({});

    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("40");
    expect(refused.body).toMatchObject({
      code: "rate_limited",
      additional_data: { rate_limit_reason: "public_api_request_rate_limit", retry_after: "40" },
    });
    expect(afterwards.id).toBe(bench.botId);
  });

  it("allows 180 requests a minute by default", async () => {
    const bench = await startBench({ requestsPerMinute: 180 });
    const statuses = await Promise.all(
      Array.from({ length: 181 }, async () => (await raw(bench, "GET", "users/me")).status),
    );

    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  it("counts all connections against the workspace", async () => {
    const bench = await startBench({ workspaceRequestsPerMinute: 1 });
    bench.standIn.workspace.addBot({ token: "ntn_second" });
    await bench.connect({ auth: "ntn_second" }).users.me({});

    const refused = await raw(bench, "GET", "users/me");

    expect(refused.body).toMatchObject({
      additional_data: { rate_limit_reason: "public_api_space_request_rate_limit" },
    });
  });
});

describe("sandbox/notion/faults", () => {
  it.each([
    ["rateLimited", notionFaults.rateLimited(421), 429],
    ["conflict", notionFaults.conflict(), 409],
    ["internalError", notionFaults.internalError(), 500],
    ["unavailable", notionFaults.unavailable(), 503],
    ["gatewayTimeout", notionFaults.gatewayTimeout(), 504],
    ["overloaded", notionFaults.overloaded(), 529],
  ] as const)("answers %s once, and nothing takes effect", async (_name, fault, status) => {
    const bench = await startBench();
    bench.standIn.faults.add({ match: { method: "POST", path: /pages$/ }, fault });

    const error = await createReport(bench).then(
      () => 200,
      (reason: unknown) => (reason as { status: number }).status,
    );
    await createReport(bench);

    expect(error).toBe(status);
    expect(bench.standIn.workspace.findPages("Report")).toHaveLength(1);
  });

  it("keeps the write behind a 503 that says so", async () => {
    const bench = await startBench();
    bench.standIn.faults.add({ match: { method: "POST" }, fault: notionFaults.savedThenUnavailable() });

    const error = await refusal(createReport(bench));
    const [page] = bench.standIn.workspace.findPages("Report");

    expect(error.status).toBe(503);
    expect(error.additional_data).toMatchObject({ committed_resource_id: page?.id });
  });

  it("makes two of a write that is repeated after a 503 that tells nothing", async () => {
    const bench = await startBench();
    bench.standIn.faults.add({ match: { method: "POST" }, fault: notionFaults.savedThenSilent() });

    const error = await refusal(createReport(bench));
    await createReport(bench);

    expect([error.status, error.additional_data]).toEqual([503, undefined]);
    expect(bench.standIn.workspace.findPages("Report")).toHaveLength(2);
  });

  it("names the blocks an append made behind a 503", async () => {
    const bench = await startBench();
    bench.standIn.faults.add({ match: { path: /children$/ }, fault: notionFaults.savedThenUnavailable() });

    const error = await refusal(
      bench.client.blocks.children.append({
        block_id: bench.home,
        children: [paragraph("a"), paragraph("b")],
      }),
    );

    expect(error.additional_data).toMatchObject({
      committed_resource_id: bench.home,
      committed_child_ids: bench.standIn.workspace.children(bench.home).map(({ id }) => id),
    });
  });

  it("loses the answer of a write that took effect, so that a repeat makes two", async () => {
    const bench = await startBench();
    bench.standIn.faults.add({ match: { method: "POST" }, fault: { kind: "reset-after" } });

    await expect(createReport(bench)).rejects.toThrow("fetch failed");
    await createReport(bench);

    expect(bench.standIn.workspace.findPages("Report")).toHaveLength(2);
  });

  it("sends HTML where JSON is due", async () => {
    const bench = await startBench();
    bench.standIn.faults.add({ match: {}, fault: notionFaults.badGatewayPage() });

    await expect(bench.client.users.me({})).rejects.toMatchObject({ status: 502 });
  });
});

describe("sandbox/notion: other behaviour", () => {
  it("refuses new blocks once a free workspace is full, but not edits", async () => {
    const bench = await startBench({ blockLimit: 2 });
    const append = (): Promise<unknown> =>
      bench.client.blocks.children.append({
        block_id: bench.home,
        children: [paragraph("x"), paragraph("y")],
      });
    await append();

    const error = await refusal(append());
    const page = await bench.client.pages.update({ page_id: bench.home, is_locked: true });

    expect([error.status, error.code]).toEqual([403, "restricted_resource"]);
    expect(error.additional_data).toEqual({ block_limit: "block_creation" });
    expect(page).toMatchObject({ is_locked: true });
  });

  it("refuses one of two writes to a page at the same moment, when told to", async () => {
    const bench = await startBench({ conflicts: true });
    const append = (text: string): Promise<number> =>
      bench.client.blocks.children.append({ block_id: bench.home, children: [paragraph(text)] }).then(
        () => 200,
        (error: unknown) => (error as { status: number }).status,
      );

    const statuses = await Promise.all([append("a"), append("b")]);

    expect(statuses.sort((a, b) => a - b)).toEqual([200, 409]);
    expect(bench.standIn.workspace.children(bench.home)).toHaveLength(1);
  });

  it("adds fields nobody knows, when told to", async () => {
    const bench = await startBench({ unknownFields: true });

    const pages = await Promise.all(
      Array.from({ length: 8 }, () => bench.client.pages.retrieve({ page_id: bench.home })),
    );

    expect(pages.some((page) => "field_of_tomorrow" in page)).toBe(true);
    expect((pages[0] as unknown as { properties: object }).properties).toHaveProperty("Kind of tomorrow");
  });

  it("puts a block of an unheard-of type onto a page, when told to, which is a block like others", async () => {
    const bench = await startBench({ unknownFields: true });
    const ids = bench.standIn.workspace.appendBlocks(bench.home, "a\n\nb");
    const list = async (): Promise<readonly { id: string; type?: string }[]> =>
      (await bench.client.blocks.children.list({ block_id: bench.home })).results;
    for (let tries = 0; tries < 12; tries += 1) await list();

    const blocks = await list();
    const [unheard, ...more] = blocks.filter(({ type }) => type === "block_of_tomorrow");
    const { markdown, unknown_block_ids: unknown } = await bench.client.pages.retrieveMarkdown({
      page_id: bench.home,
    });
    await bench.client.blocks.delete({ block_id: String(unheard?.id) });

    expect(more).toEqual([]);
    expect(blocks.map(({ id }) => id)).toEqual(expect.arrayContaining([...ids]));
    expect(unknown).toEqual([unheard?.id]);
    expect(markdown).toContain('alt="block_of_tomorrow"');
    expect(bench.standIn.workspace.children(bench.home)).toHaveLength(2);
  });

  it("logs each request with what it meant to do", async () => {
    const bench = await startBench();
    const { dataSources } = bench.standIn.workspace.addDatabase({
      parent: bench.home,
      title: "B",
      dataSources: [{ name: "B", properties: {} }],
    });

    await bench.client.dataSources.query({ data_source_id: String(dataSources[0]) });
    await bench.client.search({ query: "x" });
    await createReport(bench);

    expect(
      bench.standIn.log.calls.map(({ n, method, effect, status }) => [n, method, effect, status]),
    ).toEqual([
      [1, "POST", "read", 200],
      [2, "POST", "read", 200],
      [3, "POST", "write", 200],
    ]);
  });

  it("gives the same ids for the same seed", async () => {
    const [one, two, three] = [
      await startBench({ seed: 1 }),
      await startBench({ seed: 1 }),
      await startBench({ seed: 2 }),
    ];

    expect(one.home).toBe(two.home);
    expect(three.home).not.toBe(one.home);
  });
});
