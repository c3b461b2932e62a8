import { describe, expect, it } from "vitest";

import { UsageError } from "../../../src/errors.ts";
import { notionId } from "../../../src/adapters/notion/ids.ts";

const id = "1f0e2d3c-4b5a-4978-8697-a6b5c4d3e2f1";
const bare = id.replaceAll("-", "");

describe("adapters/notion/ids", () => {
  it.each([
    id,
    bare,
    bare.toUpperCase(),
    `  ${id}\n`,
    `https://www.notion.so/${bare}`,
    `https://www.notion.so/team/${bare}?v=00000000000040008000000000000000`,
    `https://www.notion.so/team/Our-goals-cafe-${bare}?pvs=4#block`,
    `https://app.notion.com/p/Goals-${bare}`,
    `https://team.notion.site/Facade${bare}`,
    `https://www.notion.so/team/${id}`,
    `notion://www.notion.so/team/${bare}`,
    `collection://${id}`,
    `http://127.0.0.1:4567/Goals-${bare}`,
  ])("understands %s", (text) => {
    expect(notionId(text)).toBe(id);
  });

  it("takes the page that was opened over a table only where a page is wanted", () => {
    const url = `https://www.notion.so/team/00000000000040008000000000000000?v=1&p=${bare}&pm=s`;

    expect(notionId(url)).toBe("00000000-0000-4000-8000-000000000000");
    expect(notionId(url, "peeked")).toBe(id);
  });

  it.each(["", "Goals", "https://www.notion.so/team/Goals", "1234", bare.slice(1), "https://"])(
    "says what to do about %j",
    (text) => {
      expect(() => notionId(text)).toThrow(UsageError);
    },
  );
});
