import { describe, expect, it } from "vitest";

import type { Change, ComposedReport, Piece } from "../../src/adapters/types.ts";
import { describeChange } from "../../src/publish/describe.ts";
import { planChanges } from "../../src/publish/plan.ts";
import { bullet, heading, line, piece, report, show, table, toggle } from "./builders.ts";
import { allBlocks, createMemoryService, type Block } from "./memory-place.ts";

type Act = (blocks: Block[], write: (type: string, content: string) => Block) => void;

const meeting: readonly Piece[] = [
  heading("What moved"),
  line("Home visits: 12 of 40"),
  line("Safe sleep classes: 3 of 10"),
  heading("What we learned"),
  bullet("Text reminders bring more families back"),
  toggle("Lines without a so-that", [
    bullet("Ask the clinics about parking"),
    bullet("Evening slots fill first"),
  ]),
];

/** Seeds a report, lets a person act, plans and carries out; gives what was done and what a reader sees then. */
async function republish(was: readonly Piece[], wanted: readonly Piece[], act: Act = () => {}) {
  const service = createMemoryService();
  service.seed(report(was));
  service.person(0, act);
  const target: ComposedReport = report(wanted);
  const [before] = service.reports();
  if (!before) throw new Error("nothing was seeded");
  const plan = planChanges(target, before);
  for (const change of plan.changes) await service.place(target).change(before, change);
  return {
    ...plan,
    lines: plan.changes.map((change) => describeChange(change, before)),
    page: `\n${show(service.reports()[0]?.pieces ?? [])}`,
  };
}

const what = (changes: readonly Change[]): readonly string[] => changes.map((change) => change.do);

function block(blocks: Block[], content: string): Block {
  const found = allBlocks(blocks).find((one) => one.content === content);
  if (!found) throw new Error(`no block “${content}”`);
  return found;
}

/** A person replaces a block's text. */
const rewrites =
  (content: string, by: string): Act =>
  (blocks) => {
    const there = block(blocks, content);
    there.content = by;
    there.edited = true;
  };

describe("publish/plan", () => {
  it("does nothing when nothing changed", async () => {
    const { changes, kept, unchanged } = await republish(meeting, meeting);

    expect({ changes, kept, unchanged }).toEqual({ changes: [], kept: 0, unchanged: true });
  });

  it("updates one line in place when one number changed", async () => {
    const wanted = meeting.with(1, line("Home visits: 13 of 40"));

    const { lines, page } = await republish(meeting, wanted);

    expect(lines).toEqual(["~ Home visits: … 12 → 13"]);
    expect(page).toContain("Home visits: 13 of 40\nSafe sleep");
  });

  it("writes a new goal's row where it belongs, with one insert into the table", async () => {
    const was = [table("Goal | Now | Target", "Home visits | 12 | 40", "Safe sleep | 3 | 10")];
    const wanted = [
      table(
        "Goal | Now | Target",
        "Home visits | 12 | 40",
        "Doula referrals | 0 | 25",
        "Safe sleep | 3 | 10",
      ),
    ];

    const { lines, changes, page } = await republish(was, wanted);

    expect(what(changes)).toEqual(["insert"]);
    expect(lines).toEqual([
      "+ in “Goal | Now | Target”, after “Home visits | 12 | 40”: “Doula referrals | 0 | 25”",
    ]);
    expect(page).toContain("  Home visits | 12 | 40\n  Doula referrals | 0 | 25\n  Safe sleep | 3 | 10\n");
  });

  it("replaces a line by one about something else, rather than rewriting it under people's comments", async () => {
    const wanted = meeting.with(2, line("Doula referrals: 3 of 10"));

    const { changes } = await republish(meeting, wanted);

    expect(what(changes)).toEqual(["insert", "remove"]);
  });

  it("leaves a person's note under the line it follows when lines are added", async () => {
    const wanted = meeting.toSpliced(2, 0, line("Doula referrals: 5 of 25"));

    const { page } = await republish(meeting, wanted, (blocks, write) => {
      blocks.splice(2, 0, write("paragraph", "Ana: the new van helped"));
    });

    expect(page).toContain(
      "Home visits: 12 of 40\n☺ Ana: the new van helped\nDoula referrals: 5 of 25\nSafe sleep classes: 3 of 10\n",
    );
  });

  it("leaves a person's note under a heading, and puts what replaces our line in our line's place", async () => {
    const wanted = meeting.with(4, bullet("Home cooked meals start conversations"));

    const { page } = await republish(meeting, wanted, (blocks, write) => {
      blocks.splice(4, 0, write("paragraph", "Please read before Tuesday"));
    });

    expect(page).toContain(
      "What we learned\n☺ Please read before Tuesday\nHome cooked meals start conversations\nLines without",
    );
  });

  it("does not put our lines under a heading that a person wrote", async () => {
    const wanted = [...meeting, line("Made on 16 November 2026")];

    const { page } = await republish(meeting, wanted, (blocks, write) => {
      blocks.push(write("heading_2", "Our notes"), write("paragraph", "Bring the map"));
    });

    expect(page).toContain(
      "  Evening slots fill first\nMade on 16 November 2026\n☺ Our notes\n☺ Bring the map\n",
    );
  });

  it.each([
    ["a few words added", "Home visits: 12 of 40, thanks to Ana"],
    ["altogether other words", "We are getting there!"],
  ])("lets an edited line stand in the place of ours, even when the number changed: %s", async (_, edit) => {
    const wanted = meeting.with(1, line("Home visits: 13 of 40"));

    const { changes, kept, page } = await republish(meeting, wanted, rewrites("Home visits: 12 of 40", edit));

    expect({ changes, kept }).toEqual({ changes: [], kept: 1 });
    expect(page).toContain(`What moved\n✎ ${edit}\nSafe sleep classes: 3 of 10\n`);
  });

  it("writes a new line beside a rewritten one when it cannot tell which of two it stood for", async () => {
    const wanted = meeting.toSpliced(2, 0, line("Doula referrals: 5 of 25"));

    const { page } = await republish(meeting, wanted, rewrites("Home visits: 12 of 40", "Going well!"));

    expect(page).toContain(
      "✎ Going well!\nHome visits: 12 of 40\nDoula referrals: 5 of 25\nSafe sleep classes: 3 of 10",
    );
  });

  it("does not write a line again that a person made into a to-do", async () => {
    const { changes, kept } = await republish(meeting, meeting, (blocks) => {
      const there = block(blocks, "Home visits: 12 of 40");
      Object.assign(there, { type: "to_do", edited: true });
    });

    expect({ changes, kept }).toEqual({ changes: [], kept: 1 });
  });

  it("keeps what a person added inside our toggle, and goes on updating the lines around it", async () => {
    const wanted = meeting.with(
      5,
      toggle("Lines without a so-that", [
        bullet("Ask the clinics about parking"),
        bullet("Fathers come on Saturdays"),
      ]),
    );

    const { kept, page } = await republish(meeting, wanted, (blocks, write) => {
      block(blocks, "Lines without a so-that").children.splice(1, 0, write("bullet", "I asked them (Jo)"));
    });

    expect(kept).toBe(0);
    expect(page).toContain(
      "  Ask the clinics about parking\n  ☺ I asked them (Jo)\n  Fathers come on Saturdays\n",
    );
  });

  it("updates what is inside a toggle whose title a person edited", async () => {
    const wanted = meeting.with(5, toggle("Lines without a so-that", [bullet("Evening slots fill first")]));

    const { kept, page } = await republish(
      meeting,
      wanted,
      rewrites("Lines without a so-that", "Still to be linked"),
    );

    expect(kept).toBe(1);
    expect(page).toMatch(/✎ Still to be linked\n {2}Evening slots fill first\n$/u);
  });

  it("does not take away a toggle of ours that holds a person's bullet", async () => {
    const { changes, kept, page } = await republish(meeting, meeting.slice(0, 5), (blocks, write) => {
      block(blocks, "Lines without a so-that").children.push(write("bullet", "I asked them (Jo)"));
    });

    expect({ changes, kept }).toEqual({ changes: [], kept: 1 });
    expect(page).toContain("  ☺ I asked them (Jo)\n");
  });

  it("writes a line again that a person deleted", async () => {
    const { changes, page } = await republish(meeting, meeting, (blocks) => {
      blocks.splice(1, 1);
    });

    expect(what(changes)).toEqual(["insert"]);
    expect(page).toContain("What moved\nHome visits: 12 of 40\nSafe sleep");
  });

  it("moves the shorter part when sections change places", async () => {
    const wanted = [...meeting.slice(3), ...meeting.slice(0, 3)];

    const { changes, page } = await republish(meeting, wanted);

    expect(what(changes)).toEqual(["insert", "remove", "remove", "remove"]);
    expect(page).toMatch(/^\nWhat we learned\n/u);
  });

  it("keeps a heading, rather than a line, that changed places", async () => {
    const was = [heading("What moved"), line("Safe sleep: 3")];

    const { lines } = await republish(was, [...was].reverse());

    expect(lines).toEqual(["+ at the start: “Safe sleep: 3”", "- “Safe sleep: 3”"]);
  });

  it("knows a toggle that a person named anew by what is in it", async () => {
    const wanted = meeting.toSpliced(5, 0, toggle("Coming up", [bullet("Clinic day on Friday")]));

    const { kept, page } = await republish(
      meeting,
      wanted,
      rewrites("Lines without a so-that", "Still to be linked"),
    );

    expect(kept).toBe(1);
    expect(page).toMatch(
      /Coming up\n {2}Clinic day on Friday\n✎ Still to be linked\n {2}Ask .*\n {2}Evening .*\n$/u,
    );
  });

  it("keeps the first of two equal lines, whose note then stays under it", async () => {
    const was = [line("Safe sleep: 3"), line("Safe sleep: 3")];

    const { page } = await republish(was, [heading("What moved"), line("Safe sleep: 3")], (blocks, write) => {
      blocks.splice(1, 0, write("paragraph", "Not enough yet (Jo)"));
    });

    expect(page).toBe("\nWhat moved\nSafe sleep: 3\n☺ Not enough yet (Jo)\n");
  });

  it("leaves kinds of pieces alone that it has never heard of", async () => {
    const { changes, page } = await republish(meeting, meeting, (blocks, write) => {
      blocks.unshift(write("unsupported", "a board"));
    });

    expect(changes).toEqual([]);
    expect(page).toMatch(/^\n☺ a board\nWhat moved\n/u);
  });

  it("never makes one type of piece of another", async () => {
    const { changes } = await republish([line("Home visits: 12 of 40")], [bullet("Home visits: 12 of 40")]);

    expect(what(changes)).toEqual(["insert", "remove"]);
  });

  it("keeps the rows of two tables apart", async () => {
    const [first, second] = [
      table("Home visits | 12", "Safe sleep | 3"),
      table("Insight | Evidence", "Vans | 4 visits"),
    ];

    const { changes, page } = await republish([second], [first, second]);

    expect(what(changes)).toEqual(["insert"]);
    expect(page).toMatch(/^\n\[table:3\]\n {2}Home visits/u);
  });

  it("sets only the fields that differ, after the body", () => {
    const wanted = report([line("new")], { Goals: "4", Findings: "2", Notes: "" });

    const { changes } = planChanges(wanted, {
      id: "r1",
      url: null,
      version: null,
      fields: { Goals: "3", Findings: "2" },
      pieces: [],
    });

    expect(what(changes)).toEqual(["insert", "set-fields"]);
    expect(changes[1]).toMatchObject({ fields: [{ name: "Goals", content: "4" }] });
  });

  it("plans a thousand lines against a thousand others in a moment", { timeout: 10_000 }, () => {
    const many = (word: string): readonly Piece[] =>
      Array.from({ length: 1000 }, (_, i) =>
        line(`${word} ${i} of ${i * 7}, seen in ${word} and ${i % 13} places`),
      );
    const present = [...many("Visits")]
      .reverse()
      .map((one, i) => ({ ...one, id: `${i}`, ours: true, edited: false, children: [] }));
    const { changes } = planChanges(report(many("Visits")), {
      id: "r",
      url: null,
      version: null,
      fields: {},
      pieces: present,
    });

    expect(changes.length).toBeGreaterThan(0);
  });

  it("judges lines with marks, links and cells by their words", async () => {
    const marked = (text: string): Piece =>
      piece(
        "paragraph",
        JSON.stringify([
          ["Goal: ", 0],
          [text, 1, "https://service.example/page"],
        ]),
      );
    const row = (...cells: readonly string[]): Piece =>
      piece("table_row", JSON.stringify(cells.map((cell) => [[cell, 0]])));

    const alike = await republish([marked("Home visits 12 of 40")], [marked("Home visits 13 of 40")]);
    const other = await republish([marked("Home visits fell")], [marked("Parking costs rose")]);
    const cells = await republish([row("Home visits", "12", "40")], [row("Home visits", "13", "40")]);
    const rows = await republish([row("Home visits", "12", "40")], [row("Clinic hours", "3", "10")]);

    expect(alike.lines).toEqual(["~ Goal: Home visits … 12 → 13"]);
    expect(what(other.changes)).toEqual(["insert", "remove"]);
    expect(cells.lines).toEqual(["~ Home visits | … 12 → 13"]);
    expect(rows.lines).toEqual(["+ at the start: “Clinic hours | 3 | 10”", "- “Home visits | 12 | 40”"]);
  });
});
