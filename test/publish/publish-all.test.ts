import { describe, expect, it } from "vitest";

import { InterruptedError, ServiceRefusedError } from "../../src/errors.ts";
import { publishAll } from "../../src/publish/publish-all.ts";
import { line, options, report } from "./builders.ts";
import { aDraft, createMemoryService } from "./memory-place.ts";

const wanted = report([line("Home visits: 12 of 40")]);
const good = () => createMemoryService().place(wanted);
const bad = () => createMemoryService().place(wanted, { faults: new Map([[1, "refused"]]) });

describe("publish/publish-all", () => {
  it("publishes to the places after one that fails, and tells of the failure", async () => {
    const { publications, failures } = await publishAll(
      [
        { connection: "team-notion", place: bad(), draft: aDraft },
        { connection: "program-base", place: good(), draft: aDraft },
      ],
      options(),
    );

    expect(publications.map(({ connection, action }) => [connection, action])).toEqual([
      ["program-base", "created"],
    ]);
    expect(failures).toEqual([
      { connection: "team-notion", place: "memory", error: expect.any(ServiceRefusedError) },
    ]);
  });

  it("starts no other place once it was told to stop", async () => {
    const controller = new AbortController();
    controller.abort();
    const second = good();

    const { publications, failures } = await publishAll(
      [
        { connection: "team-notion", place: good(), draft: aDraft },
        { connection: "program-base", place: second, draft: aDraft },
      ],
      options({ signal: controller.signal }),
    );

    expect(publications).toEqual([]);
    expect(failures.map(({ error }) => error)).toEqual([expect.any(InterruptedError)]);
    expect(second.sent).toEqual({ reads: 0, bodies: 0, writes: 0 });
  });
});
