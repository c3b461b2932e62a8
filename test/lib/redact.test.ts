import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { findTokenLike, redact } from "../../src/lib/redact.ts";

const secret = fc.string({ minLength: 6, maxLength: 60, unit: "grapheme-ascii" });
const disguises: readonly ((secret: string) => string)[] = [
  (text) => text,
  encodeURIComponent,
  (text) => encodeURIComponent(text).replaceAll(/%../g, (code) => code.toLowerCase()),
  (text) => new URLSearchParams({ token: text }).toString(),
  (text) => JSON.stringify({ token: text }),
  (text) => Buffer.from(text).toString("base64"),
  (text) => Buffer.from(text).toString("base64url"),
  (text) => Buffer.from(text).toString("hex"),
];

describe("lib/redact", () => {
  it("leaves no secret, in any disguise, anywhere in a text", () => {
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 3 }),
        fc.string(),
        fc.string(),
        (secrets, before, after) => {
          for (const disguise of disguises) {
            const text = before + secrets.map(disguise).join(after) + after;

            const shown = redact(text, secrets);

            for (const one of secrets) {
              expect(shown).not.toContain(one);
              expect(shown).not.toContain(encodeURIComponent(one));
              expect(shown).not.toContain(Buffer.from(one).toString("base64"));
            }
          }
        },
      ),
    );
  });

  it.each(["Bearer ", "x:", "u:", ""])("hides the middle of a header in base64 after %j", (before) => {
    const token = "ntn_4567890123ABCDEFGHIJ";
    const header = Buffer.from(`${before}${token}`).toString("base64");

    const shown = redact(`authorization: ${header}`, [token]);

    expect(Buffer.from(shown.replace(/•+.*$/, ""), "base64").toString()).not.toContain(token.slice(0, 8));
    expect(shown).toContain("•••");
  });

  it("leaves other text alone", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(redact(text, [])).toBe(text);
        expect(redact(text, ["•-never-in-here-•"])).toBe(text);
      }),
    );
  });

  it("does not blot out words for the sake of a secret too short to be one", () => {
    expect(redact("a goal and an aim", ["a", "", "goal"])).toBe("a goal and an aim");
  });

  it.each([
    ["ntn_4567890123ABCDEFGHIJ", 1],
    ["secret_4567890123ABCDEFGHIJ", 1],
    ["patAbCdEfGhIjKlMn.0123456789abcdef0123456789abcdef", 1],
    ["see NOTION_TOKEN, ntn_, secret_santa and patAbCdEfGhIjKlMn", 0],
  ])("finds in %j %i token(s)", (text, count) => {
    expect(findTokenLike(`(${text})`)).toHaveLength(count);
  });
});
