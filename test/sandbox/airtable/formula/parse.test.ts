import { describe, expect, it } from "vitest";
import { FormulaSyntaxError, parseFormula } from "../../../../src/sandbox/airtable/formula/parse.ts";

describe("sandbox/airtable/formula/parse", () => {
  it("binds * before +, + before &, & before =", () => {
    expect(parseFormula('1 + 2 * 3 & "x" = "7x"')).toMatchObject({
      operator: "=",
      left: { operator: "&", left: { operator: "+", right: { operator: "*" } } },
    });
  });

  it("reads both quotes, escapes, braces with ids and names, and bare names", () => {
    expect(parseFormula(String.raw`"say \"hi\" \\"`)).toEqual({ kind: "literal", value: 'say "hi" \\' });
    expect(parseFormula(String.raw`'it\'s'`)).toEqual({ kind: "literal", value: "it's" });
    expect(parseFormula("{Due date}")).toEqual({ kind: "field", name: "Due date" });
    expect(parseFormula("Name")).toEqual({ kind: "field", name: "Name" });
  });

  it.each(["", "1 +", "AND(1", "(1", "{open", '"open', "1 2", "“curly”", "AND(1,)", "1 ; 2"])(
    "refuses %j",
    (source) => {
      expect(() => parseFormula(source)).toThrow(FormulaSyntaxError);
    },
  );
});
