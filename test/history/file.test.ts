import { appendFile, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import { compareText } from "../../src/domain/portfolio.ts";
import { historyFile } from "../../src/history/file.ts";
import { parseLines } from "../../src/history/line.ts";
import { lastKnown } from "../../src/history/replay.ts";
import { emptyState } from "../../src/history/state.ts";
import { aGoal, anInsight, aReview } from "../builders.ts";
import { note, recallOn } from "./runs.ts";

const folder = await mkdtemp(join(tmpdir(), "sothat-history-"));
let files = 0;
const newPath = (): string => join(folder, `${(files += 1)}`, "history.ndjson");

const day = (index: number): string => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
const insights = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) =>
    anInsight({ id: `i${from + index}`, title: `Words of ${from + index}` }),
  );

/** The state at the end, as one text. */
function endOf(text: string): string {
  const state = lastKnown(parseLines(text))?.state ?? emptyState;
  return JSON.stringify(
    Object.values(state).map((section) =>
      [...section].map(([id, value]) => `${id} ${value}`).sort(compareText),
    ),
  );
}

describe("history/file", () => {
  it("knows nothing where there is no file, and makes it with the first report", async () => {
    const path = newPath();
    const file = historyFile(path);

    expect(await file.read()).toEqual([]);
    expect(await note(file, { day: day(0) })).toBeNull();
    expect(await file.read()).toMatchObject([{ v: 1, day: day(0), on: null }]);
  });

  it("holds no word of the workspace", async () => {
    const path = newPath();
    await note(historyFile(path), {
      day: day(0),
      parts: {
        goals: [aGoal({ id: "secret-goal", title: "Secret goal", measure: "Secret measure", current: 7 })],
        items: [
          aReview({
            id: "secret-review",
            title: "Secret review",
            text: "Secret text",
            intended: "Secret intent of 40",
          }),
        ],
      },
    });

    const text = await readFile(path, "utf8");

    expect(text.toLowerCase()).not.toContain("secret");
    expect(text.trimEnd().split("\n")).toHaveLength(1);
  });

  it("adds only what changed, and nothing for a report made again on the same day", async () => {
    const path = newPath();
    const file = historyFile(path);
    const items = insights(100);
    await note(file, { day: day(0), parts: { items } });
    const first = (await readFile(path, "utf8")).length;

    await note(file, { day: day(0), at: `${day(0)}T18:00:00.000Z`, parts: { items } });
    expect((await readFile(path, "utf8")).length).toBe(first);

    await note(file, { day: day(7), parts: { items: [...items.slice(1), ...insights(1, 200)] } });
    const [, second] = await file.read();
    expect(Object.keys(second?.items?.set ?? {})).toHaveLength(1);
    expect(second?.items?.gone).toHaveLength(1);
  });

  it("stays small: 100 items in a few kB", async () => {
    const path = newPath();
    await note(historyFile(path), { day: day(0), parts: { items: insights(100), goals: [aGoal()] } });

    expect((await readFile(path, "utf8")).length).toBeLessThan(4000);
  });

  test.prop([fc.nat()], { numRuns: 60 })("survives a kill at any byte of an append", async (at) => {
    const path = newPath();
    const file = historyFile(path);
    await note(file, { day: day(0), parts: { items: insights(3) } });
    const whole = await readFile(path, "utf8");
    await note(file, { day: day(1), parts: { items: insights(5) } });
    const both = await readFile(path, "utf8");
    await writeFile(path, both.slice(0, whole.length + (at % (both.length - whole.length))));

    await note(file, { day: day(2), parts: { items: insights(4) } });

    const [lines, text] = [await file.read(), await readFile(path, "utf8")];
    const reference = newPath();
    await note(historyFile(reference), { day: day(2), parts: { items: insights(4) } });
    expect([lines[0]?.day, lines.at(-1)?.day]).toEqual([day(0), day(2)]);
    expect(endOf(text)).toBe(endOf(await readFile(reference, "utf8")));
  });

  it("keeps every run whole when several end at once", async () => {
    const path = newPath();
    const file = historyFile(path);

    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        note(file, { day: day(0), report: ["Team", `template ${index}`], parts: { items: insights(50) } }),
      ),
    );

    expect(new Set((await file.read()).map(({ report }) => report)).size).toBe(8);
    expect(lastKnown(await file.read())?.state.items.size).toBe(50);
  });

  it("passes over lines it does not know, and keeps those of a later version when it cuts", async () => {
    const path = newPath();
    const file = historyFile(path, { lines: 10, bytes: 1e6 });
    await note(file, { day: day(0), parts: { items: insights(2) } });
    await appendFile(path, 'not a line\n{"v":2,"at":"later"}\n{"v":1,"day":7}\n\n');

    for (let index = 1; index <= 12; index += 1)
      await note(file, { day: day(index), parts: { items: insights(index) } });

    const text = await readFile(path, "utf8");
    expect(text).toContain('{"v":2,"at":"later"}\n');
    expect(text).not.toContain("not a line");
    expect((await file.read()).length).toBeLessThanOrEqual(11);
  });

  it("ends in the same state, cut or not, by number and by size", async () => {
    const [all, few, small] = [newPath(), newPath(), newPath()];
    const written = [
      historyFile(all),
      historyFile(few, { lines: 5, bytes: 1e9 }),
      historyFile(small, { lines: 400, bytes: 9000 }),
    ];
    for (let index = 0; index < 30; index += 1) {
      for (const file of written) {
        await note(file, {
          day: day(index),
          parts: { items: insights(40, index), goals: [aGoal({ current: index })] },
        });
      }
    }

    const texts = await Promise.all([all, few, small].map((path) => readFile(path, "utf8")));
    expect(endOf(texts[1]!)).toBe(endOf(texts[0]!));
    expect(endOf(texts[2]!)).toBe(endOf(texts[0]!));
    expect(parseLines(texts[1]!).length).toBeLessThanOrEqual(5);
    expect(texts[2]!.length).toBeLessThanOrEqual(9900);
  });

  it("says, and does not throw, when it cannot be written", async () => {
    const path = newPath();
    await note(historyFile(path), { day: day(0) });

    expect(await note(historyFile(join(path, "below-a-file")), { day: day(1) })).toContain(
      "could not be noted",
    );
    expect(await historyFile(join(path, "below-a-file")).read()).toEqual([]);
  });

  it("knows no state after somebody cut lines out, until a report gives it whole again", async () => {
    const path = newPath();
    const file = historyFile(path);
    for (let index = 0; index < 3; index += 1)
      await note(file, { day: day(index), parts: { items: insights(index + 1) } });
    const [first, , third] = (await readFile(path, "utf8")).split("\n");
    await writeFile(path, `${third}\n`);

    expect((await recallOn(file, { day: day(9) })).last("x")).toBeNull();
    await note(file, { day: day(9), parts: { items: insights(2) } });
    expect((await recallOn(file, { day: day(10) })).last("x")?.item(insights(1)[0]!)).not.toBeNull();
    expect(first).toContain('"on":null');
  });
});
