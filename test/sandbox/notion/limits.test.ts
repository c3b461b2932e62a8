import { describe, expect, it } from "vitest";

import { paragraph, refusal, startBench, words } from "./helpers.ts";

describe("sandbox/notion/limits", () => {
  it("refuses long text, with the path to it", async () => {
    const bench = await startBench();
    const children = [
      paragraph("a"),
      { paragraph: { rich_text: [...words("b"), ...words("x".repeat(2077))] } },
    ];

    const error = await refusal(bench.client.blocks.children.append({ block_id: bench.home, children }));

    expect(error.message).toBe(
      "body failed validation: body.children[1].paragraph.rich_text[1].text.content.length should be ≤ `2000`, instead was `2077`.",
    );
  });

  it("refuses more than 100 children, and more than 100 runs", async () => {
    const bench = await startBench();
    const many = Array.from({ length: 101 }, () => paragraph("x"));
    const runs = Array.from({ length: 101 }, () => ({ text: { content: "x" } }));

    const children = await refusal(
      bench.client.blocks.children.append({ block_id: bench.home, children: many }),
    );
    const runsError = await refusal(
      bench.client.blocks.children.append({
        block_id: bench.home,
        children: [{ paragraph: { rich_text: runs } }],
      }),
    );

    expect(children.message).toContain("body.children.length should be ≤ `100`, instead was `101`");
    expect(runsError.message).toContain("body.children[0].paragraph.rich_text.length should be ≤ `100`");
  });

  it("refuses more than 1000 blocks in one request", async () => {
    const bench = await startBench();
    const inner = Array.from({ length: 100 }, () => paragraph("x"));
    const children = Array.from({ length: 10 }, () => ({ toggle: { rich_text: [], children: inner } }));

    const error = await refusal(bench.client.blocks.children.append({ block_id: bench.home, children }));

    expect(error.message).toContain("1000");
  });

  it("refuses a body over 500 KB", async () => {
    const bench = await startBench();
    const runs = Array.from({ length: 3 }, () => ({ text: { content: "ü".repeat(2000) } }));
    const children = Array.from({ length: 50 }, () => ({ paragraph: { rich_text: runs } }));

    const error = await refusal(bench.client.blocks.children.append({ block_id: bench.home, children }));

    expect(error.message).toContain("body.length should be ≤");
  });

  it("takes two levels below the appended block and refuses a third", async () => {
    const bench = await startBench();
    const nested = (depth: number): object => ({
      toggle: { rich_text: [], ...(depth === 0 ? {} : { children: [nested(depth - 1)] }) },
    });
    const append = (depth: number): Promise<unknown> =>
      bench.client.blocks.children.append({ block_id: bench.home, children: [nested(depth) as never] });

    const fine = await append(2).then(() => "fine");
    const error = await refusal(append(3));

    expect(fine).toBe("fine");
    expect(error.message).toContain("children should be not present");
  });

  it("refuses long links, expressions and addresses", async () => {
    const bench = await startBench();
    const append = (run: object): Promise<unknown> =>
      bench.client.blocks.children.append({
        block_id: bench.home,
        children: [{ paragraph: { rich_text: [run as never] } }],
      });

    const link = await refusal(
      append({ text: { content: "x", link: { url: `https://e.org/${"x".repeat(2000)}` } } }),
    );
    const equation = await refusal(append({ equation: { expression: "x".repeat(1001) } }));

    expect(link.message).toContain("text.link.url.length should be ≤ `2000`");
    expect(equation.message).toContain("equation.expression.length should be ≤ `1000`");
  });
});

describe("sandbox/notion/validation", () => {
  it("refuses unknown fields of the body and of the query", async () => {
    const bench = await startBench();
    const call = (method: "post" | "get", path: string, rest: object): Promise<unknown> =>
      bench.client.request({ method, path, ...rest });

    const body = await refusal(call("post", "pages", { body: { parent: { page_id: bench.home }, foo: 1 } }));
    const query = await refusal(call("get", `blocks/${bench.home}/children`, { query: { depth: "2" } }));

    expect(body.message).toBe("body failed validation: body.foo should be not present, instead was `1`.");
    expect(query.message).toBe(
      'query failed validation: query.depth should be not present, instead was `"2"`.',
    );
  });

  it("lists the alternatives of a union", async () => {
    const bench = await startBench();

    const error = await refusal(
      bench.client.blocks.children.append({ block_id: bench.home, children: [{ foo: {} } as never] }),
    );

    expect(error.message.split("\n")[0]).toBe("body failed validation. Fix one:");
    expect(error.message).toContain("body.children[0].paragraph should be defined, instead was `undefined`.");
  });

  it("refuses values of read-only properties", async () => {
    const bench = await startBench();

    const error = await refusal(
      bench.client.pages.update({
        page_id: bench.home,
        properties: { Made: { created_time: "2026-01-01T00:00:00Z" } as never },
      }),
    );

    expect(error.status).toBe(400);
    expect(error.message).toContain("Fix one");
  });

  it("refuses a malformed id inside the body", async () => {
    const bench = await startBench();

    const error = await refusal(bench.client.pages.create({ parent: { page_id: "nope" } }));

    expect(error.message).toContain('body.parent.page_id should be a valid uuid, instead was `"nope"`');
  });
});
