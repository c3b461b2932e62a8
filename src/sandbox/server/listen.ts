import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { makeRequest, replyText, type Handler, type SandboxReply } from "./messages.ts";

export interface Listening {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** The most requests that were ever being answered at one time. */
  readonly mostInFlight: () => number;
  /** Cuts every connection and frees the port. */
  readonly close: () => Promise<void>;
}

export interface ListenOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
}

/** Serves a handler on the loopback interface, and only there. */
export async function listen(handler: Handler, options: ListenOptions = {}): Promise<Listening> {
  let inFlight = 0;
  let most = 0;
  // Node's own limit on headers must not answer before the stand-in's limit on URLs does.
  const server = createServer({ maxHeaderSize: 65_536 }, (incoming, outgoing) => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    answer(handler, incoming, outgoing)
      .catch((error: unknown) => {
        // A fault of the stand-in itself must not look like one of the service.
        if (outgoing.headersSent) return outgoing.destroy();
        outgoing.writeHead(599, { "content-type": "text/plain" });
        return outgoing.end(
          `The stand-in itself failed: ${error instanceof Error ? error.stack : String(error)}`,
        );
      })
      .finally(() => {
        inFlight -= 1;
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    mostInFlight: () => most,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(handler: Handler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const request = makeRequest(
    incoming.method ?? "GET",
    incoming.url ?? "/",
    headersOf(incoming),
    await readAll(incoming),
  );
  const reply = await handler(request);
  await deliver(reply, incoming, outgoing);
}

async function deliver(
  reply: SandboxReply,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { delivery } = reply;
  if (delivery?.do === "reset") {
    incoming.socket.resetAndDestroy();
    return;
  }
  if (delivery?.do === "delay") await wait(delivery.milliseconds, outgoing);
  if (outgoing.destroyed) return;

  const bytes = reply.bytes ?? Buffer.from(replyText(reply), "utf8");
  outgoing.writeHead(reply.status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": bytes.length,
    ...reply.headers,
  });
  if (delivery?.do === "stall") {
    outgoing.write(bytes.subarray(0, bytes.length >> 1));
    return;
  }
  outgoing.end(bytes);
}

/** Waits in real time, or until the other side has gone. */
function wait(milliseconds: number, outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    outgoing.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

async function readAll(incoming: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function headersOf(incoming: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return headers;
}
