import { test, fc } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";

import { dateReader } from "../../src/mapping/dates.ts";

describe("mapping/dates", () => {
  it.each([
    ["2026-11-16", "2026-11-16"],
    ["2026/1/5", "2026-01-05"],
    ["2026-11", "2026-11-01"],
    ["16.11.2026", "2026-11-16"],
    ["5.3.2026", "2026-03-05"],
    ["11/16/2026", "2026-11-16"],
    ["16/11/2026", "2026-11-16"],
    ["5/5/2026", "2026-05-05"],
    ["November 16, 2026", "2026-11-16"],
    ["Nov 16 2026", "2026-11-16"],
    ["16-Nov-2026", "2026-11-16"],
    ["Sept 3rd, 2026", "2026-09-03"],
    ["16 de noviembre de 2026", "2026-11-16"],
    ["16. November 2026", "2026-11-16"],
    ["1er août 2026", "2026-08-01"],
    ["3 de março de 2026", "2026-03-03"],
    ["Mar 2026", "2026-03-01"],
    ["November 16, 2026 9:00 AM (CST)", "2026-11-16"],
    ["11/16/2026, 9:30am", "2026-11-16"],
  ])("reads %j", (text, day) => {
    expect(dateReader("en-US")(text)).toEqual({ day });
  });

  it("says when a text can mean two days", () => {
    expect(dateReader("en-US")("3/4/2026")).toEqual({ either: ["2026-04-03", "2026-03-04"] });
  });

  it.each(["31.02.2026", "13/13/2026", "soon", "2026", "46342", "Smarch 3, 2026", "", "16/11/26"])(
    "answers null for %j",
    (text) => {
      expect(dateReader("en-US")(text)).toBeNull();
    },
  );

  test.prop(
    [
      fc.constantFrom("en-US", "en-GB", "es", "fr", "de", "pt-BR", "nl"),
      fc.date({ min: new Date("1980-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
    ],
    { seed: 20261116 },
  )("reads the long dates that the locale writes", (locale, date) => {
    const written = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(date);

    expect(dateReader(locale)(written)).toEqual({ day: date.toISOString().slice(0, 10) });
  });
});
