import { describe, expect, it } from "vitest";

import { buildLinkIndex, type Target, type TargetKind } from "../../src/mapping/link-index.ts";

const target = (
  id: string,
  title: string,
  kind: TargetKind = "goal",
  given: Partial<Target> = {},
): Target => ({
  id,
  title,
  kind,
  key: null,
  url: null,
  ...given,
});
const goals: ReadonlySet<TargetKind> = new Set(["goal"]);
const index = buildLinkIndex([
  target("1f2e3d4c-5b6a-7980-1122-334455667788", "Fewer early births", "goal", {
    key: "G-1",
    url: "https://service.test/Fewer-early-births-1f2e3d4c5b6a79801122334455667788",
  }),
  target("recABCDEFGHIJKLMN", "More first visits"),
  target("q", "Who comes back?", "question"),
  target("twin-1", "Twins"),
  target("twin-2", "Twins"),
  target("cased-1", "Same Words!"),
  target("cased-2", "same words"),
  target("shared-goal", "Shared"),
  target("shared-question", "Shared", "question"),
  target("bare", "???"),
]);

describe("mapping/link-index", () => {
  it.each([
    ["its id", "recABCDEFGHIJKLMN", "recABCDEFGHIJKLMN"],
    [
      "its address",
      "https://service.test/Fewer-early-births-1f2e3d4c5b6a79801122334455667788/?pvs=4",
      "1f2e",
    ],
    ["an address that holds its id", "https://www.other.test/team/1f2e3d4c5b6a79801122334455667788", "1f2e"],
    [
      "an address with its id as a parameter",
      "https://o.test/x?p=1f2e3d4c5b6a79801122334455667788&pm=s",
      "1f2e",
    ],
    ["a record's address", "https://airtable.test/appX/tblY/recABCDEFGHIJKLMN?blocks=hide", "recA"],
    [
      "an exported link",
      "Fewer early births (https://o.test/a-1f2e3d4c5b6a79801122334455667788?pvs=21)",
      "1f2e",
    ],
    ["its key", " g-1 ", "1f2e"],
    ["its exact title", "More first visits", "recA"],
    ["its title in other clothes", "  MORE  ﬁrst-visits ", "recA"],
    ["an exact title before one that is only alike", "Same Words!", "cased-1"],
    ["a title that only one row of the right kind has", "Shared", "shared-goal"],
    ["a title of punctuation alone", "???", "bare"],
  ])("finds a row by %s", (_, text, id) => {
    const match = index.match(text, goals);

    expect(match.found === "one" && match.target.id.startsWith(id)).toBe(true);
  });

  it.each([
    ["Twins", { found: "several", count: 2 }],
    ["SAME WORDS", { found: "several", count: 2 }],
    ["Who comes back?", { found: "wrong-kind" }],
    ["https://service.test/elsewhere", { found: "none" }],
    ["!!!", { found: "none" }],
    ["", { found: "none" }],
  ])("answers for %j", (text, expected) => {
    expect(index.match(text, goals)).toMatchObject(expected);
  });

  it("stops looking for near titles after 200 different ones, and still knows those", () => {
    const own = buildLinkIndex([target("g", "Fewer early births")]);
    const strange = Array.from({ length: 199 }, (_, at) => `Nothing like it, number ${at}`);

    for (const text of [...strange, ...strange]) own.nearMiss(text, goals);

    expect(own.nearMiss("Fewer early birth", goals)).toBe("Fewer early births");
    expect(own.nearMiss("Fewer early birhts", goals)).toBeNull();
    expect(own.nearMiss("Fewer early birth", goals)).toBe("Fewer early births");
  });

  it("suggests a title that is nearly the same, and no other", () => {
    expect(index.nearMiss("Fewer early birth", goals)).toBe("Fewer early births");
    expect(index.nearMiss("Fewer births", goals)).toBeNull();
    expect(index.nearMiss("Who comes bak?", goals)).toBeNull();
    expect(index.nearMiss("Twin", goals)).toBeNull();
  });
});
