import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { afterEach, describe, expect, it } from "vitest";

import { createPackageWire, type PackageWire } from "../../../src/adapters/airtable/package-wire.ts";
import { TransportError } from "../../../src/lib/deadline-fetch.ts";
import { errorOf } from "../contract.ts";

describe("adapters/airtable/package-wire", () => {
  let server: Server;

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const serve = async (
    listener: RequestListener,
    deadlineMs = 5000,
    signal = new AbortController().signal,
  ): Promise<PackageWire> => {
    server = createServer(listener).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    return createPackageWire({
      token: "pat.secret",
      endpoint: `http://127.0.0.1:${port}`,
      base: "app1",
      limits: { deadlineMs, signal },
    });
  };

  it("sends what it is given, with the token, and gives the body back", async () => {
    const seen: unknown[] = [];
    const wire = await serve((request, response) => {
      seen.push(request.method, request.url, request.headers.authorization);
      response.end('{"records":[]}');
    });

    const answer = await wire({
      method: "GET",
      path: "/tbl1",
      query: { pageSize: 100, offset: "itr/rec", fields: ["a", "b"] },
    });

    expect(answer).toEqual({
      status: 200,
      body: { records: [] },
      type: null,
      message: null,
      retryAfterMs: null,
    });
    expect(seen).toEqual([
      "GET",
      "/v0/app1/tbl1?pageSize=100&offset=itr%2Frec&fields%5B%5D=a&fields%5B%5D=b",
      "Bearer pat.secret",
    ]);
  });

  it("keeps a 422's type and message, and the Retry-After that the package hides", async () => {
    const wire = await serve((_, response) => {
      response.writeHead(422, { "retry-after": "7" });
      response.end('{"error":{"type":"UNKNOWN_FIELD_NAME","message":"Unknown field name: \\"X\\""}}');
    });

    expect(await wire({ method: "GET", path: "/tbl1" })).toEqual({
      status: 422,
      body: undefined,
      type: "UNKNOWN_FIELD_NAME",
      message: 'Unknown field name: "X"',
      retryAfterMs: 7000,
    });
  });

  it("does not try a 429 again by itself", async () => {
    let requests = 0;
    const wire = await serve((_, response) => {
      requests += 1;
      response.writeHead(429).end("{}");
    });

    expect(await wire({ method: "GET", path: "/tbl1" })).toMatchObject({ status: 429 });
    expect(requests).toBe(1);
  });

  it.each([
    ["before the headers", false],
    ["in the middle of the body", true],
  ])("settles when the answer stalls %s, and closes the connection", async (_, headers) => {
    let closed = false;
    const wire = await serve((request, response) => {
      request.socket.on("close", () => {
        closed = true;
      });
      if (headers) response.write('{"records":');
    }, 100);

    const error = await errorOf(wire({ method: "GET", path: "/tbl1" }));

    expect(error).toBeInstanceOf(TransportError);
    expect(error).toMatchObject({ fault: "timeout" });
    await expect.poll(() => closed).toBe(true);
  });

  it("ends with the signal's reason when the run is stopped, and closes the connection", async () => {
    const stop = new AbortController();
    const seen: string[] = [];
    const wire = await serve(
      (request) => {
        seen.push("arrived");
        request.socket.on("close", () => seen.push("closed"));
      },
      5000,
      stop.signal,
    );

    const asking = errorOf(wire({ method: "GET", path: "/tbl1" }));
    await expect.poll(() => seen).toEqual(["arrived"]);
    stop.abort(new Error("stopped"));

    expect((await asking).message).toBe("stopped");
    await expect.poll(() => seen).toEqual(["arrived", "closed"]);
  });

  it("tells a connection that never was from one that broke, without the address", async () => {
    const wire = await serve((request) => request.socket.destroy());
    const broken = await errorOf(wire({ method: "GET", path: "/tbl1" }));
    server.close();
    await once(server, "close");
    const refused = await errorOf(wire({ method: "GET", path: "/tbl1" }));

    expect([broken, refused]).toMatchObject([{ fault: "lost" }, { fault: "unsent" }]);
    expect(`${broken.message} ${refused.message}`).not.toContain("127.0.0.1");
    expect(refused.message).toContain("ECONNREFUSED");
  });
});
