import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { historyFile, noHistory, type HistoryFile } from "../../src/history/file.ts";
import { aGoal, anInsight, aQuestion, aReview } from "../builders.ts";
import { aFinding } from "../reporters/a-check.ts";
import { note, recallOn } from "./runs.ts";

const folder = await mkdtemp(join(tmpdir(), "sothat-recall-"));
let files = 0;
const newFile = (): HistoryFile => historyFile(join(folder, `${(files += 1)}.ndjson`));

const review = (intended: string | null) => aReview({ id: "r", when: "before", intended });
const intents = async (file: HistoryFile, days: Readonly<Record<string, string | null>>) => {
  for (const [day, intended] of Object.entries(days))
    await note(file, { day, parts: { items: [review(intended)] } });
};

describe("history/recall", () => {
  it("knows of nothing without a history", async () => {
    const past = await recallOn(noHistory, { day: "2026-03-01" });

    expect([past.known.sight, past.known.intentOf(review("x")), past.known.currentsOf("g")]).toEqual([
      [],
      null,
      [],
    ]);
    expect([past.last("w"), past.lastDay]).toEqual([null, null]);
  });

  it("dates an intent's change between the last day it was seen before and the first day after, today included", async () => {
    const file = newFile();
    await intents(file, { "2026-03-02": "40 slots", "2026-03-09": "40 slots", "2026-03-16": "30 slots" });

    const { known } = await recallOn(file, { day: "2026-03-23" });

    expect(known.intentOf(review("30 slots"))).toEqual({
      since: "2026-03-02",
      changes: [{ until: "2026-03-09", by: "2026-03-16", kind: "numbers" }],
    });
    expect(known.intentOf(review("20 slots"))?.changes.at(-1)).toEqual({
      until: "2026-03-16",
      by: "2026-03-23",
      kind: "numbers",
    });
    expect(known.intentOf(aReview({ id: "other" }))).toBeNull();
  });

  it("says the same when the report is made again on its day", async () => {
    const file = newFile();
    await intents(file, { "2026-03-02": "40 slots" });
    const before = (await recallOn(file, { day: "2026-03-09" })).known.intentOf(review("30 slots"));
    await intents(file, { "2026-03-09": "30 slots" });

    expect((await recallOn(file, { day: "2026-03-09" })).known.intentOf(review("30 slots"))).toEqual(before);
  });

  it("does not know what runs with a later now saw, nor take an earlier now for a look at that day", async () => {
    const file = newFile();
    await intents(file, { "2026-03-02": "40 slots", "2030-01-01": "30 slots", "2026-03-09": "40 slots" });

    const { known } = await recallOn(file, { day: "2026-03-16" });

    expect(known.intentOf(review("40 slots"))?.changes).toEqual([]);
    expect(known.sight.map(({ day }) => day)).toEqual(["2026-03-02", "2026-03-09"]);
  });

  it("keeps each value of a goal's current column on the first day it was seen", async () => {
    const file = newFile();
    for (const [day, current] of [
      ["2026-03-02", 10],
      ["2026-03-09", 10],
      ["2026-03-16", 12],
      ["2026-03-23", null],
      ["2026-03-30", 15],
    ] as const) {
      await note(file, { day, parts: { goals: [aGoal({ id: "g", current })] } });
    }

    const seen = (day: string) => recallOn(file, { day }).then(({ known }) => known.currentsOf("g"));

    expect(await seen("2026-04-06")).toEqual([
      { date: "2026-03-02", value: 10 },
      { date: "2026-03-16", value: 12 },
      { date: "2026-03-30", value: 15 },
    ]);
    // Today's value is the workspace's own to give.
    expect((await seen("2026-03-30")).at(-1)).toEqual({ date: "2026-03-16", value: 12 });
  });

  it("counts active items and those in sight of a goal, report by report", async () => {
    const file = newFile();
    const items = [
      aQuestion({ id: "a", goalIds: ["g"] }),
      aQuestion({ id: "b" }),
      aQuestion({ id: "young", date: "2026-03-01" }),
      aQuestion({ id: "closed", closed: true }),
      aQuestion({ id: "waived", waiver: "Fine" }),
    ];
    await note(file, { day: "2026-03-02", parts: { goals: [aGoal({ id: "g" })], items } });

    expect((await recallOn(file, { day: "2026-03-09" })).known.sight).toEqual([
      { day: "2026-03-02", open: 2, inSight: 1, unseen: 0, whole: true },
    ]);
  });

  it("tells since when a silenced row reads otherwise", async () => {
    const file = newFile();
    const silencing = (title: string) =>
      ({
        by: "waiver",
        rule: "all",
        subject: anInsight({ id: "i", title }),
        reason: "Fine",
        until: null,
      }) as const;
    const run = (day: string, title: string) =>
      note(file, { day, parts: { items: [anInsight({ id: "i", title })] }, silencings: [silencing(title)] });
    const outgrown = async (day: string, title: string) =>
      (await recallOn(file, { day })).known.outgrewOn(silencing(title));

    expect(await outgrown("2026-03-01", "Old words")).toBeNull();
    await run("2026-03-02", "Old words");
    expect(await outgrown("2026-03-09", "Old words")).toBeNull();
    expect(await outgrown("2026-03-09", "New words")).toBe("2026-03-09");
    await run("2026-03-09", "New words");
    await run("2026-03-16", "New words");
    expect(await outgrown("2026-03-23", "New words")).toBe("2026-03-09");
    expect(await outgrown("2026-03-23", "Newest words")).toBe("2026-03-23");
    expect(await outgrown("2026-03-23", "Old words")).toBeNull();
  });

  it("tells since when a remark has been made without a break", async () => {
    const file = newFile();
    const remark = aFinding({ subject: { type: "item", item: anInsight({ id: "i" }) } });
    const days = ["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23"];
    for (const day of days) await note(file, { day, findings: day === days[1] ? [] : [remark] });

    const { known } = await recallOn(file, { day: "2026-03-30" });

    expect(known.firstSeen(remark)).toBe("2026-03-16");
    expect(known.firstSeen({ ...remark, message: "In other words" })).toBe("2026-03-16");
    expect(known.firstSeen({ ...remark, rule: "insight-is-used" })).toBeNull();
  });
});

describe("history/last-report", () => {
  const day = async (file: HistoryFile, run: Parameters<typeof recallOn>[1] & { readonly period: string }) =>
    (await recallOn(file, run)).last(run.period)?.day ?? null;

  it("is the newest report of the same kind, whatever its period, and stays it when a report is made again", async () => {
    const file = newFile();
    await note(file, { day: "2026-03-02", period: "2026-W10" });
    await note(file, { day: "2026-03-04", period: "2026-W10" });
    await note(file, { day: "2026-03-05", period: "2026-W10", report: ["Team", "digest"] });

    // A week was skipped.
    expect(await day(file, { day: "2026-03-16", period: "2026-W12" })).toBe("2026-03-04");
    await note(file, { day: "2026-03-16", period: "2026-W12" });
    expect(await day(file, { day: "2026-03-16", period: "2026-W12" })).toBe("2026-03-04");
    expect(await day(file, { day: "2026-03-17", period: "2026-W12" })).toBe("2026-03-04");
    expect(await day(file, { day: "2026-03-17", period: "2026-03" })).toBe("2026-03-16");
    expect(await day(file, { day: "2026-03-04", period: "2026-W10" })).toBeNull();
    expect(await day(file, { day: "2026-03-16", period: "2026-W12", report: ["Team", "digest"] })).toBe(
      "2026-03-05",
    );
  });

  it("gives the day that a period since the last report starts on, today left out", async () => {
    const file = newFile();
    const since = async (today: string) => (await recallOn(file, { day: today })).lastDay;
    await note(file, { day: "2026-03-02" });

    expect(await since("2026-03-02")).toBeNull();
    expect(await since("2026-03-05")).toBe("2026-03-02");
    await note(file, { day: "2026-03-05" });
    expect(await since("2026-03-05")).toBe("2026-03-02");
    expect(await since("2026-03-06")).toBe("2026-03-05");
  });

  it("tells what it saw of a row, and of findings only under the same rules", async () => {
    const file = newFile();
    const goal = aGoal({ id: "g", baseline: 0, target: 10, current: 11 });
    await note(file, { day: "2026-03-02", rules: "a", parts: { goals: [goal], items: [review("40")] } });

    const last = (await recallOn(file, { day: "2026-03-09", rules: "a" })).last("w");
    const other = (await recallOn(file, { day: "2026-03-09", rules: "b" })).last("w");

    expect(last?.goal(goal)).toMatchObject({
      live: true,
      reached: true,
      latest: { date: "2026-03-02", value: 11 },
      sameAim: true,
    });
    expect(last?.goal({ ...goal, target: 12 })?.sameAim).toBe(false);
    expect(last?.item(review("41"))).toMatchObject({ inSight: false, outcome: null });
    expect(last?.item(aReview({ id: "new" }))).toBeNull();
    expect([last?.findings === null, other?.findings]).toEqual([false, null]);
  });
});
