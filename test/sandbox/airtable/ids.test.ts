import { describe, expect, it } from "vitest";
import { idSource, looksLikeId, tokenSecret } from "../../../src/sandbox/airtable/ids.ts";

describe("sandbox/airtable/ids", () => {
  it("gives well-shaped, different and repeatable ids", () => {
    const [one, same, other] = [idSource("a"), idSource("a"), idSource("b")];

    const ids = Array.from({ length: 100 }, () => one("rec"));

    expect(ids.every((id) => looksLikeId("rec", id))).toBe(true);
    expect(new Set(ids).size).toBe(100);
    expect(ids.slice(0, 2)).toEqual([same("rec"), same("rec")]);
    expect(other("rec")).not.toBe(ids[0]);
  });

  it("shapes tokens as the service does", () => {
    expect(tokenSecret("x")).toMatch(/^pat[A-Za-z0-9]{14}\.[0-9a-f]{64}$/);
  });
});
