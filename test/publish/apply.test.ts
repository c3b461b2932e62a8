import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { ComposedReport } from "../../src/adapters/types.ts";
import { InterruptedError, ServiceFailedError, ServiceRefusedError } from "../../src/errors.ts";
import { publishReport } from "../../src/publish/apply.ts";
import type { PublishProgress } from "../../src/publish/writing.ts";
import { bullet, heading, line, options, patientClock, report, show, toggle } from "./builders.ts";
import { memoryCache } from "../memory-cache.ts";
import { aDraft, createMemoryService, type Fault, type MemoryService } from "./memory-place.ts";

const first = report(
  [
    heading("What moved"),
    line("Home visits: 12 of 40"),
    line("Safe sleep classes: 3 of 10"),
    toggle("Lines without a so-that", [bullet("Ask the clinics about parking")]),
  ],
  { Goals: "2" },
);
/** One line changed, one new, one gone, one field. */
const second = report(
  [
    heading("What moved"),
    line("Home visits: 13 of 40"),
    line("Doula referrals began"),
    toggle("Lines without a so-that", [
      bullet("Ask the clinics about parking"),
      bullet("Evening slots fill first"),
    ]),
  ],
  { Goals: "3" },
);

/** One new line and nothing else. */
const longer = { ...first, pieces: [...first.pieces, line("Made on 16 November 2026")] };

const pageOf = (service: MemoryService): string => `\n${show(service.reports()[0]?.pieces ?? [])}`;
const after = (wanted: ComposedReport): string => {
  const service = createMemoryService();
  service.seed(wanted);
  return pageOf(service);
};

function seeded(...reports: readonly ComposedReport[]): MemoryService {
  const service = createMemoryService();
  for (const one of reports) service.seed(one);
  return service;
}

describe("publish/apply", () => {
  it("makes a report with one create and a look before and after", async () => {
    const service = createMemoryService();
    const place = service.place(first);

    const publication = await publishReport(place, aDraft, options());

    expect(publication).toMatchObject({
      connection: "team-notion",
      place: "memory",
      url: expect.stringMatching(/^https:/u),
      action: "created",
      writes: 1,
      kept: 0,
      plan: ["+ new report “Planning meeting”: 5 lines"],
      notes: [],
    });
    expect(place.sent).toEqual({ reads: 2, bodies: 0, writes: 1 });
    expect(pageOf(service)).toBe(after(first));
  });

  it("reads no body and writes nothing when nothing changed since the last run", async () => {
    const service = createMemoryService();
    const cache = memoryCache();
    await publishReport(service.place(first), aDraft, options({ cache }));
    const place = service.place(first);

    const publication = await publishReport(place, aDraft, options({ cache }));

    expect(publication).toMatchObject({ action: "unchanged", writes: 0, plan: [] });
    expect(place.sent).toEqual({ reads: 1, bodies: 0, writes: 0 });
  });

  it.each([
    ["the cache is gone", { cache: memoryCache() }, {}],
    ["the service tells no versions", {}, { versions: false }],
  ])("reads the body and still writes nothing when %s", async (_, changed, ability) => {
    const service = createMemoryService();
    const cache = memoryCache();
    await publishReport(service.place(first, ability), aDraft, options({ cache }));
    const place = service.place(first, ability);

    const publication = await publishReport(place, aDraft, options({ cache, ...changed }));

    expect(publication.action).toBe("unchanged");
    expect(place.sent).toEqual({ reads: 2, bodies: 1, writes: 0 });
  });

  it("looks again after a person was there, and remembers how many lines they keep", async () => {
    const service = createMemoryService();
    const cache = memoryCache();
    await publishReport(service.place(first), aDraft, options({ cache }));
    service.person(0, (blocks) => Object.assign(blocks[1] ?? {}, { content: "12 visits!", edited: true }));
    const places = [service.place(first), service.place(first)] as const;

    const read = await publishReport(places[0], aDraft, options({ cache }));
    const recalled = await publishReport(places[1], aDraft, options({ cache }));

    expect([places[0].sent.bodies, places[1].sent.bodies]).toEqual([1, 0]);
    expect([read.kept, recalled.kept]).toEqual([1, 1]);
    expect(recalled.plan).toEqual(["= 1 line a person edited stays"]);
  });

  it("writes once when one number changed", async () => {
    const service = seeded(first);
    const cache = memoryCache();
    const wanted = { ...first, pieces: first.pieces.with(1, line("Home visits: 13 of 40")) };
    const place = service.place(wanted);

    const publication = await publishReport(place, aDraft, options({ cache }));
    const again = await publishReport(service.place(wanted), aDraft, options({ cache }));

    expect(publication).toMatchObject({ action: "updated", writes: 1, plan: ["~ Home visits: … 12 → 13"] });
    expect(place.sent).toEqual({ reads: 3, bodies: 1, writes: 1 });
    expect(again.writes).toBe(0);
  });

  it("says in plain lines what a dry run would do, and does none of it", async () => {
    const service = seeded(first);
    const place = service.place(second);

    const publication = await publishReport(place, aDraft, options({ dryRun: true }));
    const planned = await publishReport(
      createMemoryService().place(first),
      aDraft,
      options({ dryRun: true }),
    );

    expect(publication.action).toBe("planned-update");
    expect(publication.plan).toMatchInlineSnapshot(`
      [
        "+ after “Home visits: 12 of 40”: “Doula referrals began”",
        "~ Home visits: … 12 → 13",
        "+ in “Lines without a so-that”, after “Ask the clinics about parking”: “Evening slots fill first”",
        "- “Safe sleep classes: 3 of 10”",
        "~ Goals",
      ]
    `);
    expect(place.sent.writes).toBe(0);
    expect(planned).toMatchObject({ action: "planned-create", id: null, writes: 0 });
  });

  it("tells its progress after every change", async () => {
    const told: PublishProgress[] = [];

    await publishReport(
      seeded(first).place(second),
      aDraft,
      options({ onProgress: (progress) => told.push(progress) }),
    );

    expect(told.map(({ done, total }) => `${done}/${total}`)).toEqual(["1/5", "2/5", "3/5", "4/5", "5/5"]);
  });

  describe("when answers are lost", () => {
    const everyWrite = [1, 2, 3, 4, 5] as const;

    it.each(["lost-before", "lost-after"] as const)("makes the report once: create %s", async (fault) => {
      const service = createMemoryService();
      const waits: number[] = [];

      const publication = await publishReport(
        service.place(first, { faults: new Map([[1, fault]]) }),
        aDraft,
        options({ clock: patientClock(waits) }),
      );

      expect(publication.action).toBe("created");
      expect(service.reports()).toHaveLength(1);
      expect(pageOf(service)).toBe(after(first));
      expect(waits.length).toBeGreaterThan(0);
    });

    it.each(
      everyWrite.flatMap((n) => (["lost-before", "lost-after"] as const).map((fault) => [n, fault] as const)),
    )("ends as a clean run does: write %i %s", async (number, fault) => {
      const service = seeded(first);

      await publishReport(service.place(second, { faults: new Map([[number, fault]]) }), aDraft, options());

      expect(pageOf(service)).toBe(after(second));
    });

    it("does not make a second report when the first is slow to be listed", async () => {
      const service = createMemoryService();
      const place = service.place(first, { faults: new Map([[1, "lost-after"]]) });
      let looks = 0;
      const slow = {
        ...place,
        find: async (wanted: ComposedReport) => ((looks += 1) < 4 ? [] : place.find(wanted)),
      };

      await publishReport(slow, aDraft, options());

      expect(place.sent.writes).toBe(1);
      expect(service.reports()).toHaveLength(1);
    });

    it("gives up kindly when answers keep being lost", async () => {
      const service = createMemoryService();
      const waits: number[] = [];
      const faults = new Map<number, Fault>(Array.from({ length: 99 }, (_, i) => [i + 1, "lost-before"]));

      const run = publishReport(
        service.place(first, { faults }),
        aDraft,
        options({ clock: patientClock(waits) }),
      );

      await expect(run).rejects.toThrow(ServiceFailedError);
      await expect(run).rejects.toThrow(/answers to 5 writes in a row to memory were lost/u);
      expect(service.reports()).toHaveLength(0);
    });
  });

  describe("when the service refuses", () => {
    it("passes the refusal on without asking twice", async () => {
      const service = createMemoryService();
      const waits: number[] = [];
      const place = service.place(first, { faults: new Map([[1, "refused"]]) });

      const run = publishReport(place, aDraft, options({ clock: patientClock(waits) }));

      await expect(run).rejects.toThrow(ServiceRefusedError);
      expect(place.sent.writes).toBe(1);
      expect(waits).toEqual([]);
    });

    it("plans anew when a person deleted a line while it was working", async () => {
      const service = seeded(first);
      const place = service.place(second, {
        around: (moment, request) => {
          // Between reading the body (the second request) and the first write.
          if (moment === "after" && request === 2) service.person(0, (blocks) => void blocks.splice(1, 1));
        },
      });

      await publishReport(place, aDraft, options());

      expect(pageOf(service)).toBe(after(second));
    });
  });

  describe("when there are several", () => {
    it("keeps the first, brings it up to date and takes the other away", async () => {
      const service = seeded(first, first);
      const [kept] = service.reports();

      const publication = await publishReport(service.place(second), aDraft, options());

      expect(service.reports().map((one) => one.id)).toEqual([kept?.id]);
      expect(pageOf(service)).toBe(after(second));
      expect(publication.notes).toEqual([expect.stringContaining("was taken away")]);
    });

    it("takes none away that somebody wrote in, and says so", async () => {
      const service = seeded(first, first);
      service.person(1, (blocks, write) => void blocks.push(write("paragraph", "Mine")));

      const publication = await publishReport(service.place(first), aDraft, options());

      expect(service.reports()).toHaveLength(2);
      expect(publication).toMatchObject({ action: "unchanged", writes: 0 });
      expect(publication.notes).toEqual([expect.stringContaining("somebody has written in it, so it stays")]);
    });

    it("leaves one that the service will not take away, and says so", async () => {
      const service = seeded(first, first);

      const publication = await publishReport(
        service.place(first, { faults: new Map([[1, "refused"]]) }),
        aDraft,
        options(),
      );

      expect(publication.notes).toEqual([expect.stringContaining("it could not be taken away")]);
    });

    it("plans to take it away in a dry run", async () => {
      const service = seeded(first, first);

      const publication = await publishReport(service.place(first), aDraft, options({ dryRun: true }));

      expect(publication).toMatchObject({ action: "planned-update", writes: 0 });
      expect(publication.plan).toEqual([expect.stringMatching(/^- a second report/u)]);
    });
  });

  it("does as if killed at any request, and then finishes: the same page, once", () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom("before", "after"),
        fc.integer({ min: 1, max: 14 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 3 }),
        async (moment, request, fresh, batch) => {
          const service = fresh ? createMemoryService() : seeded(first);
          const controller = new AbortController();
          const cache = memoryCache();
          const place = service.place(second, {
            batch,
            around: (now, number) => {
              if (now !== moment || number !== request) return;
              controller.abort();
              throw new Error("killed");
            },
          });

          const killed = await publishReport(
            place,
            aDraft,
            options({ cache, signal: controller.signal }),
          ).catch((error: unknown) => error);
          await publishReport(service.place(second), aDraft, options({ cache }));

          if (controller.signal.aborted) expect(killed).toBeInstanceOf(InterruptedError);
          expect(service.reports()).toHaveLength(1);
          expect(pageOf(service)).toBe(after(second));
        },
      ),
      { seed: 1, numRuns: 300 },
    ));

  it("sends nothing more once it was told to stop", async () => {
    const service = seeded(first);
    const controller = new AbortController();
    const place = service.place(second, {
      around: (moment, request) => {
        if (moment === "after" && request === 3) controller.abort();
      },
    });

    const run = publishReport(place, aDraft, options({ signal: controller.signal }));

    await expect(run).rejects.toThrow(InterruptedError);
    expect(place.sent.writes).toBe(1);
  });

  it("ends with one right report when runs overlap, however they do", () =>
    fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.boolean(),
        fc.constantFrom(second, longer),
        fc.integer({ min: 2, max: 3 }),
        async (scheduler, fresh, wanted, runs) => {
          const service = fresh ? createMemoryService() : seeded(first);
          const inTurn = async (moment: "before" | "after"): Promise<void> => {
            if (moment === "before") await scheduler.schedule(Promise.resolve());
          };
          const started = Array.from({ length: runs }, () =>
            publishReport(service.place(wanted, { around: inTurn }), aDraft, options()),
          );

          const publications = await scheduler.waitFor(Promise.all(started));

          const ids = service.reports().map((one) => one.id);
          expect(ids).toHaveLength(1);
          expect(pageOf(service)).toBe(after(wanted));
          expect(new Set(publications.map((one) => one.id))).toEqual(new Set(ids));
        },
      ),
      { seed: 2, numRuns: 1500 },
    ));
});
