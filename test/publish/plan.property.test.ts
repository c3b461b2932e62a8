import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Change, ComposedReport, PresentPiece, PresentReport } from "../../src/adapters/types.ts";
import { planChanges } from "../../src/publish/plan.ts";
import { deeds, letPeopleAct, notesOnly, twoReports } from "./arbitraries.ts";
import { show } from "./builders.ts";
import { createMemoryService, type MemoryService } from "./memory-place.ts";

const runs = { seed: 20261116, numRuns: 1500 };

describe("publish/plan", () => {
  it("has nothing left to do once a plan is carried out", () =>
    fc.assert(
      fc.asyncProperty(twoReports, deeds, async ({ was, wanted }, all) => {
        const service = aService(was, all);

        await carryOut(service, wanted);

        expect(planChanges(wanted, only(service)).changes).toEqual([]);
      }),
      runs,
    ));

  it("shows exactly what is wanted where nobody changed anything of ours", () =>
    fc.assert(
      fc.asyncProperty(twoReports, notesOnly, async ({ was, wanted }, all) => {
        const service = aService(was, all);

        await carryOut(service, wanted);

        // Something of ours that is no longer wanted may stay for the note that a person put into it.
        fc.pre(planChanges(wanted, only(service)).kept === 0);
        expect(ours(only(service).pieces)).toEqual(outline(wanted.pieces));
        expect(only(service).fields).toEqual({ Goals: wanted.fields[0]?.content });
      }),
      runs,
    ));

  it("shows what is wanted in its order, but for the places that people's edits take", () =>
    fc.assert(
      fc.asyncProperty(twoReports, deeds, async ({ was, wanted }, all) => {
        const service = aService(was, all);

        await carryOut(service, wanted);

        const top = only(service).pieces.filter((one) => one.ours);
        const edited = top.filter((one) => one.edited).length;
        const fresh = top.filter((one) => !one.edited && !holdsForeign(one)).map(keyOf);
        const missing = missingFrom(wanted.pieces.map(keyOf), fresh);
        expect(missing).not.toBeNull();
        expect(missing?.length).toBeLessThanOrEqual(edited + top.filter(holdsForeign).length);
      }),
      runs,
    ));

  it("leaves all that people wrote or edited as it is and in its order", () =>
    fc.assert(
      fc.asyncProperty(twoReports, deeds, async ({ was, wanted }, all) => {
        const service = aService(was, all);
        const before = peoples(only(service).pieces);

        await carryOut(service, wanted);

        expect(peoples(only(service).pieces)).toEqual(before);
      }),
      runs,
    ));

  it("ends the same when it is stopped after any change and planned anew", () =>
    fc.assert(
      fc.asyncProperty(twoReports, deeds, fc.nat({ max: 8 }), async ({ was, wanted }, all, stop) => {
        const [clean, stopped] = [aService(was, all), aService(was, all)];

        await carryOut(clean, wanted);
        await carryOut(stopped, wanted, { changes: stop });
        await carryOut(stopped, wanted);

        expect(show(only(stopped).pieces)).toBe(show(only(clean).pieces));
      }),
      runs,
    ));

  it("ends the same when a long insert is stopped half-way", () =>
    fc.assert(
      fc.asyncProperty(twoReports, notesOnly, fc.nat({ max: 8 }), async ({ was, wanted }, all, stop) => {
        const [clean, stopped] = [aService(was, all), aService(was, all)];

        await carryOut(clean, wanted);
        await carryOut(stopped, wanted, { requests: stop });
        await carryOut(stopped, wanted);

        expect(show(only(stopped).pieces)).toBe(show(only(clean).pieces));
      }),
      runs,
    ));

  it("names only pieces that are there, each of them once, and changes something in each", () =>
    fc.assert(
      fc.property(twoReports, deeds, ({ was, wanted }, all) => {
        const present = only(aService(was, all));
        const there = new Set(flat(present.pieces).map((one) => one.id));

        const { changes } = planChanges(wanted, present);

        const idle = changes.filter(
          (change) =>
            change.do === "update" &&
            flat(present.pieces).some((one) => one.id === change.id && keyOf(one) === keyOf(change.piece)),
        );
        expect(idle).toEqual([]);
        const touched = changes.flatMap((change) => ("id" in change ? [change.id] : []));
        expect(new Set(touched).size).toBe(touched.length);
        expect([...touched, ...changes.flatMap(anchors)].filter((id) => !there.has(id))).toEqual([]);
      }),
      runs,
    ));
});

function aService(was: ComposedReport, all: Parameters<typeof letPeopleAct>[1]): MemoryService {
  const service = createMemoryService();
  service.seed(was);
  letPeopleAct(service, all);
  return service;
}

/** Carries a plan out against the service's guards; up to a number of changes, or of requests of one piece each. */
async function carryOut(
  service: MemoryService,
  wanted: ComposedReport,
  upTo: { readonly changes?: number; readonly requests?: number } = {},
): Promise<void> {
  const stop = new Error("stopped");
  const most = upTo.requests;
  const place = service.place(wanted, {
    batch: most === undefined ? 100 : 1,
    around: (moment, request) => {
      if (moment === "before" && most !== undefined && request > most) throw stop;
    },
  });
  const present = only(service);
  try {
    for (const change of planChanges(wanted, present).changes.slice(0, upTo.changes))
      await place.change(present, change);
  } catch (error) {
    if (error !== stop) throw error;
  }
}

function only(service: MemoryService): PresentReport {
  const [one, ...more] = service.reports();
  if (!one || more.length > 0) throw new Error("expected one report");
  return one;
}

const keyOf = (one: { readonly type: string; readonly content: string }): string =>
  `${one.type} ${one.content}`;
const flat = (pieces: readonly PresentPiece[]): readonly PresentPiece[] =>
  pieces.flatMap((one) => [one, ...flat(one.children)]);
const holdsForeign = (one: PresentPiece): boolean =>
  flat(one.children).some((below) => !below.ours || below.edited);
const anchors = (change: Change): readonly string[] =>
  change.do === "insert" ? [change.parent, change.after].filter((id) => id !== null) : [];

interface Outline {
  readonly key: string;
  readonly below: readonly Outline[];
}
interface Shown {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Shown[];
}
const outline = (pieces: readonly Shown[]): readonly Outline[] =>
  pieces.map((one) => ({ key: keyOf(one), below: outline(one.children) }));
const ours = (pieces: readonly PresentPiece[]): readonly Outline[] =>
  pieces.filter((one) => one.ours).map((one) => ({ key: keyOf(one), below: ours(one.children) }));
/** What people wrote or edited, by the piece it is in. */
function peoples(pieces: readonly PresentPiece[], parent = "top"): readonly string[] {
  return pieces.flatMap((one) => [
    ...(one.ours && !one.edited ? [] : [`${parent} > ${one.id} ${keyOf(one)}`]),
    ...peoples(one.children, one.id),
  ]);
}

/** What `all` holds beyond `some`, or null when `some` is not part of it in the same order. */
function missingFrom(all: readonly string[], some: readonly string[]): readonly string[] | null {
  let next = 0;
  const missing = all.filter((key) => {
    if (key !== some[next]) return true;
    next += 1;
    return false;
  });
  return next === some.length ? missing : null;
}
