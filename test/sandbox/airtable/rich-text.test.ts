import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { normaliseRichText, richTextToPlain } from "../../../src/sandbox/airtable/rich-text.ts";
import { startWorkbench } from "./workbench.ts";

describe("sandbox/airtable/rich-text", () => {
  it("ends with one newline", () => {
    expect(normaliseRichText("plain")).toBe("plain\n");
    expect(normaliseRichText("plain\n\n\n")).toBe("plain\n");
  });

  it("keeps what rich text has", () => {
    const text =
      "# One\n\n### Three\n\n**bold** *slanted* ~~gone~~ `code` [link](https://example.org/a_b#c)\n\n- a\n- b\n\n1. c\n2. d\n\n> said\n\n[ ] open\n[x] done\n";

    expect(normaliseRichText(text)).toBe(text);
  });

  it("escapes stray marks", () => {
    expect(normaliseRichText("5 * 3 # 2 _case")).toBe("5 \\* 3 \\# 2 \\_case\n");
  });

  it.each([
    ["a table", "| a | b |\n| - | - |\n| 1 | 2 |"],
    ["a small heading", "#### Four"],
    ["an image", "![alt](https://example.org/a.png)"],
    ["HTML", "<b>bold</b>"],
    ["a rule", "***"],
  ])("leaves %s behind as plain text", (_, markdown) => {
    const stored = normaliseRichText(markdown);

    expect(richTextToPlain(stored).replaceAll(/\s+/g, " ")).toBe(markdown.replaceAll(/\s+/g, " "));
  });

  it.each([
    "# H\n\ntext *and* more\n\n* a\n* b",
    "a_b*c",
    "- [ ] task",
    "~~x~~ y~z",
    "#### Four\n| a |\n| - |",
  ])("changes nothing more the second time: %j", (markdown) => {
    const once = normaliseRichText(markdown);

    expect(normaliseRichText(once)).toBe(once);
  });

  const marks = fc.array(
    fc.constantFrom(
      "a",
      "b c",
      "*",
      "**",
      "_",
      "~~",
      "#",
      "- ",
      "[ ] ",
      "1. ",
      "> ",
      "`",
      "|",
      "\n",
      "\n\n",
      " ",
      "<b>",
      "![",
      "](u)",
    ),
    { maxLength: 12 },
  );

  test.prop([marks])("settles: what was read can be written and read again unchanged", (parts) => {
    const stored = normaliseRichText(parts.join(""));

    expect(normaliseRichText(stored)).toBe(stored);
  });

  test.prop([fc.string()])("always ends with exactly one newline", (text) => {
    const stored = normaliseRichText(text);

    expect(stored.endsWith("\n")).toBe(true);
    expect(stored.endsWith("\n\n")).toBe(false);
  });

  it("is what a rich text cell does, unless switched off; a cleared cell keeps a newline", async () => {
    const on = await startWorkbench();
    const off = await startWorkbench({ normaliseRichText: false });
    const body = { fields: { Text: "* a * b" } };

    const written = await on.call("POST", on.goalsPath, body);
    const cleared = await on.call("PATCH", `${on.goalsPath}/${written.body.id}`, { fields: { Text: null } });
    const plain = await off.call("POST", off.goalsPath, body);

    expect(written.body.fields["Text"]).toBe("- a \\* b\n");
    expect(cleared.body.fields["Text"]).toBe("\n");
    expect(plain.body.fields["Text"]).toBe("* a * b");
  });
});
