import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";

import { fetchWhole, TransportError } from "../../src/lib/deadline-fetch.ts";

const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const limits = { deadlineMs: 5000, signal: new AbortController().signal };

async function faultOf(answer: Promise<unknown>): Promise<string> {
  try {
    await answer;
    return "none";
  } catch (error) {
    return error instanceof TransportError ? error.fault : String(error);
  }
}

describe("lib/deadline-fetch", () => {
  it("gives the whole answer", async () => {
    const url = await serve((_, response) =>
      response.writeHead(418, { "x-kind": "pot" }).end("short and stout"),
    );

    const answer = await fetchWhole(url, {}, limits);

    expect([answer.status, answer.headers.get("x-kind"), answer.text]).toEqual([
      418,
      "pot",
      "short and stout",
    ]);
  });

  it("ends at the deadline when no headers come", async () => {
    const url = await serve(() => {});

    expect(await faultOf(fetchWhole(url, {}, { ...limits, deadlineMs: 60 }))).toBe("timeout");
  });

  it("ends at the deadline when the body stalls, and closes the connection", async () => {
    let closed = (): void => {};
    const closing = new Promise<void>((resolve) => (closed = resolve));
    const url = await serve((_, response) => {
      response.on("close", closed);
      response.writeHead(200, { "content-length": "100" }).write("half");
    });

    expect(await faultOf(fetchWhole(url, {}, { ...limits, deadlineMs: 60 }))).toBe("timeout");
    await closing;
  });

  it("tells a request that may have arrived from one that cannot have", async () => {
    const cut = await serve((request) => request.socket.destroy());
    const gone = await serve(() => {});
    await new Promise((resolve) => servers.at(-1)?.close(resolve));

    expect(await faultOf(fetchWhole(cut, {}, limits))).toBe("lost");
    expect(await faultOf(fetchWhole(gone, {}, limits))).toBe("unsent");
  });

  it("stops with the signal's reason", async () => {
    const stop = new AbortController();
    const url = await serve(() => stop.abort(new Error("enough")));

    await expect(fetchWhole(url, {}, { ...limits, signal: stop.signal })).rejects.toThrow("enough");
    await expect(fetchWhole(url, {}, { ...limits, signal: stop.signal })).rejects.toThrow("enough");
  });
});
