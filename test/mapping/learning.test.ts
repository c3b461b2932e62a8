import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";

import type { LearningTable } from "../../src/config/schema.ts";
import type { Review } from "../../src/domain/types.ts";
import {
  aRow,
  date,
  eventsTable,
  goalsTable,
  learningTable,
  links,
  map,
  notesOf,
  options,
  type ShortCell,
} from "./tables.ts";

type Cells = Readonly<Record<string, ShortCell>>;
const one = (
  kind: LearningTable["kind"],
  cells: Cells,
  config: Partial<LearningTable> = {},
  body?: string,
) => {
  const bodies = new Map(body === undefined ? [] : [["x", { document: fromMarkdown(body), unreadable: 0 }]]);
  const portfolio = map([
    goalsTable([aRow("g", { title: "Fewer early births" })]),
    eventsTable([aRow("e", { title: "March clinic" })]),
    learningTable("question", [aRow("q", { title: "Who comes back?" })], {}, { name: "Questions" }),
    learningTable("insight", [aRow("i", { title: "Texts cut no-shows" })], {}, { name: "Insights" }),
    learningTable(kind, [aRow("x", { title: "X", ...cells })], config, { bodies }),
  ]);
  return { item: portfolio.itemById.get("x"), portfolio, notes: notesOf(portfolio) };
};

describe("mapping: learning items", () => {
  it("reads what all kinds share", () => {
    const { item, notes } = one("question", {
      text: "What brings families back?",
      goal: links("g"),
      parent: links("q"),
      event: "March clinic",
      owner: "Ana, Ben",
      participants: { kind: "people", people: [{ id: "p", name: null }] },
      status: options("Parked"),
      date: date("2026-11-02"),
      requestedBy: "The funder",
      waiver: "",
      standing: true,
    });

    expect(notes).toEqual([]);
    expect(item).toMatchObject({
      kind: "question",
      text: "What brings families back?",
      goalIds: ["g"],
      parentIds: ["q"],
      eventIds: ["e"],
      owners: [
        { id: "Ana", name: "Ana" },
        { id: "Ben", name: "Ben" },
      ],
      participants: [{ id: "p", name: null }],
      status: "Parked",
      closed: true,
      date: "2026-11-02",
      requestedBy: "The funder",
      waiver: null,
      standing: true,
      unresolved: [],
    });
  });

  it("is dated by the day it was made in the team's zone when it has no date of its own", () => {
    const { items } = map([learningTable("question", [aRow("x", { title: "X", date: null })])], {
      locale: "en-US",
      timezone: "America/Chicago",
    });

    expect(items[0]?.date).toBe("2026-01-04");
  });

  it.each<[ShortCell, string[] | undefined, boolean]>([
    ["Open", undefined, false],
    ["answered!", undefined, true],
    ["Erledigt", undefined, true],
    ["Concluída", undefined, true],
    ["Done", ["Shelved"], false],
    ["shelved", ["Shelved"], true],
    [null, undefined, false],
  ])("with status %j and closed list %j is closed: %j", (status, closed, expected) => {
    expect(one("question", { status }, closed === undefined ? {} : { closed }).item?.closed).toBe(expected);
  });

  it.each<[LearningTable["kind"], ShortCell, string | null, string | null]>([
    [{ field: "Type" }, options("Framing question"), "question", null],
    [{ field: "Type" }, "HIPÓTESIS", "hypothesis", null],
    [{ field: "Type" }, "AAR", "review", "after"],
    [{ field: "Type" }, "Before-Action Review", "review", "before"],
    [{ field: "Type" }, "Erkenntnis", "insight", null],
    [{ field: "Type" }, "Oportunidade", "opportunity", null],
    [{ field: "Type" }, "Invoice", null, null],
    [{ field: "Type", question: ["Wonder"] }, "wonder", "question", null],
    [{ field: "Type", question: ["Wonder"] }, "Question", null, null],
    ["after-review", null, "review", "after"],
  ])("with kind %j and cell %j is a %s (%s)", (kind, cell, expected, when) => {
    const { item } = one(kind, { kind: cell });

    expect(item?.kind ?? null).toBe(expected);
    expect(item?.kind === "review" ? item.when : null).toBe(when);
  });

  it.each<[ShortCell, string]>([
    ["Invoice", "“Invoice” is no kind that the config lists"],
    [null, "This column is empty"],
  ])("notes a row whose kind is %j, and does not take it", (kind, expected) => {
    const { notes } = one({ field: "Type", question: ["Wonder"], insight: ["Aha"] }, { kind });

    expect(notes).toEqual([
      `Learning / X / KIND: ${expected}, so the row was not taken as a learning item. Write Wonder or Aha, or list it in the config under kind.`,
    ]);
  });
});

describe("mapping: hypotheses", () => {
  it.each<[ShortCell, Partial<LearningTable>, string]>([
    ["Confirmed", {}, "held"],
    [options("Did not hold"), {}, "failed"],
    ["en parte", {}, "partly"],
    ["Too early to tell", {}, "open"],
    [null, {}, "open"],
    ["Green", { outcomes: { held: ["green"] } }, "held"],
    ["refuted", { outcomes: { held: ["green"] } }, "failed"],
  ])("with outcome %j and config %j is %s", (outcome, config, expected) => {
    expect(one("hypothesis", { outcome }, config).item).toMatchObject({ outcome: expected });
  });

  it("notes an outcome that no list has, and counts it as open", () => {
    const { item, notes } = one("hypothesis", { outcome: "Purple" });

    expect(item).toMatchObject({ outcome: "open" });
    expect(notes).toEqual([
      "Learning / X / OUTCOME: “Purple” is no outcome that the config lists, so the hypothesis counts as open. Write held, partly, failed or open, or list it in the config under outcomes.",
    ]);
  });

  it("reads its parts from its sentence where no column is mapped, and only there", () => {
    const text = "If we text, then more come, so that births are later";

    expect(one("hypothesis", { text }).item).toMatchObject({
      if: "we text",
      then: "more come",
      soThat: "births are later",
    });
    expect(one("hypothesis", { text: null, title: text }).item).toMatchObject({ then: "more come" });
    expect(one("hypothesis", { text, soThat: null, if: "we call" }).item).toMatchObject({
      if: "we call",
      then: "more come",
      soThat: null,
    });
  });
});

describe("mapping: reviews", () => {
  it.each<[ShortCell, string | null]>([
    ["BAR", "before"],
    ["Antes", "before"],
    [options("After"), "after"],
    ["Après", "after"],
    [null, null],
  ])("with %j in its before/after column is %j", (when, expected) => {
    expect(one("review", { when }).item).toMatchObject({ when: expected });
  });

  it("notes a before/after column that says neither", () => {
    expect(one("review", { when: "During" }).notes).toEqual([
      "Learning / X / WHEN: “During” does not say whether the review comes before or after the work. Write before or after.",
    ]);
  });

  it("lets the page's text fill empty fields only", () => {
    const body = "# What did we intend?\n\nFrom the page\n\n# What happened\n\nTwelve came";

    const { item } = one("review", { intended: "From the column", actual: "" }, { body: true }, body);

    expect(item).toMatchObject({ intended: "From the column", actual: "Twelve came" });
  });

  it("makes insights of its lines, and means the row where a line is the title of one", () => {
    const { portfolio, item } = one("review", {
      insights: "- Evening slots fill first\n• texts cut no-shows\n\n2. Reminders, in Spanish, matter",
      date: date("2026-03-02"),
      status: "Done",
    });

    expect((item as Review).insightIds).toEqual(["i", "x#insight-1", "x#insight-2"]);
    expect(portfolio.itemById.get("x#insight-1")).toMatchObject({
      kind: "insight",
      title: "Evening slots fill first",
      reviewIds: ["x"],
      date: "2026-03-02",
      closed: true,
      url: "https://service.test/x",
    });
    expect(portfolio.itemById.get("x#insight-2")?.title).toBe("Reminders, in Spanish, matter");
  });

  it("takes insights from the page only when the column has none", () => {
    const body = "# Insights\n\n- From the page";
    const titles = (insights: ShortCell) =>
      one("review", { insights }, { body: true }, body)
        .portfolio.items.filter(({ id }) => id.startsWith("x#"))
        .map(({ title }) => title);

    expect(titles("")).toEqual(["From the page"]);
    expect(titles("From the column")).toEqual(["From the column"]);
    expect(titles(links())).toEqual(["From the page"]);
    expect(titles(links("i"))).toEqual([]);
  });

  it("keeps earlier insights as links and as their titles", () => {
    expect(one("review", { priorLearning: links("i") }).item).toMatchObject({
      priorLearning: "Texts cut no-shows",
      priorLearningIds: ["i"],
    });
  });

  it("notes parts of the page that could not be read", () => {
    const bodies = new Map([["x", { document: fromMarkdown(""), unreadable: 2 }]]);

    const portfolio = map([learningTable("review", [aRow("x", { title: "X" })], { body: true }, { bodies })]);

    expect(notesOf(portfolio)).toEqual([
      "Learning / X: 2 parts of the page could not be read, so something may be missing here.",
    ]);
  });
});

describe("mapping: links", () => {
  it.each<[string, ShortCell, readonly string[]]>([
    ["ids", links("g", "g"), ["g"]],
    ["a title in a column of options", options("Fewer early births"), ["g"]],
    ["an address", "https://service.test/g?x=1", ["g"]],
  ])("follows %s", (_, goal, expected) => {
    const { item, notes } = one("insight", { goal });

    expect(item?.goalIds).toEqual(expected);
    expect(notes).toEqual([]);
  });

  it("takes several titles in one cell, a line or a comma apart, even where titles hold commas", () => {
    const goals = ["Births, later ones", "Visits", "Visits, kept"].map((title, n) =>
      aRow(`g${n}`, { title }),
    );
    const linked = (goal: string) =>
      map([goalsTable(goals), learningTable("insight", [aRow("x", { title: "X", goal })])]).items[0]?.goalIds;

    expect(linked("Visits\nBirths, later ones")).toEqual(["g1", "g0"]);
    expect(linked("Visits, Births, later ones")).toEqual(["g1", "g0"]);
    expect(linked("Visits, kept, Visits")).toEqual(["g2", "g1"]);
    expect(linked("Births, later ones")).toEqual(["g0"]);
  });

  it.each<[string, ShortCell, string, string]>([
    [
      "a row that nobody read",
      links("hidden"),
      "not-read",
      "Links to a row (hidden) that was not read: its table is not mapped in the config, not shared with the connection, or the row was skipped.",
    ],
    [
      "an address that nobody read",
      "https://elsewhere.test/1",
      "not-read",
      "https://elsewhere.test/1 is not one of the rows that were read. If it should count, map its table in the config and share it with the connection.",
    ],
    [
      "a title that is nearly right",
      "Fewer early birth",
      "no-match",
      "“Fewer early birth” matches no title. Did you mean “Fewer early births”?",
    ],
    [
      "a title that matches nothing",
      "World peace",
      "no-match",
      "“World peace” matches no title. Write the exact title, key or address of a goal.",
    ],
    [
      "a list that the service cut short",
      { kind: "links", ids: [], complete: false },
      "incomplete",
      "Holds more links than could be read, so some may be missing here.",
    ],
    [
      "a cell that could not be read",
      { kind: "unreadable", reason: { why: "unknownType", type: "hologram" } },
      "not-read",
      "Could not be read: this version does not know columns of type “hologram”",
    ],
  ])("notes and keeps %s", (_, goal, reason, message) => {
    const { item, notes } = one("insight", { goal });

    expect(item?.unresolved).toMatchObject([{ field: "goal", reason }]);
    expect(notes).toEqual([`Learning / X / GOAL: ${message}`]);
  });

  it("does not choose between rows of one title", () => {
    const portfolio = map([
      goalsTable([aRow("a", { title: "Twins" }), aRow("b", { title: "Twins" })]),
      learningTable("insight", [aRow("x", { title: "X", goal: "Twins" })]),
    ]);

    expect(portfolio.items[0]).toMatchObject({
      goalIds: [],
      unresolved: [{ reason: "no-match", shown: "Twins" }],
    });
    expect(notesOf(portfolio)).toEqual([
      "Learning / X / GOAL: “Twins” is the title of 2 rows, so it is not clear which one is meant. Use a link, or make the titles differ.",
    ]);
  });

  it.each<[ShortCell, string]>([
    [
      links("i"),
      "Links to the insight “Texts cut no-shows”, and should link to a question. The link was left out.",
    ],
    [
      "March clinic",
      "Links to the event “March clinic”, and should link to a question. The link was left out.",
    ],
    [true, "Holds a tick box, and should link to a question. Map a column of links, or of titles."],
  ])("leaves out a link of the wrong kind: %j", (question, message) => {
    const { item, notes } = one("hypothesis", { question });

    expect(item).toMatchObject({ questionIds: [], unresolved: [] });
    expect(notes).toEqual([`Learning / X / QUESTION: ${message}`]);
  });

  it("lets an insight be applied in an event or in an item, or in words", () => {
    expect(one("insight", { appliedIn: links("e", "q") }).item).toMatchObject({
      appliedInIds: ["e", "q"],
      appliedIn: "March clinic, Who comes back?",
    });
    expect(one("insight", { appliedIn: "the spring plan" }).item).toMatchObject({
      appliedInIds: [],
      appliedIn: "the spring plan",
    });
  });
});
