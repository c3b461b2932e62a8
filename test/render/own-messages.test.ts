import { describe, expect, it } from "vitest";

import { UsageError } from "../../src/errors.ts";
import { refuseMisspelt } from "../../src/render/own-messages.ts";

const message = (text: string) => ({ tag: "en", file: "messages/en.yaml", text });
const builtIn = [message('coming:\n  before-due: "A before-review is due."\nuntitled: "Untitled"\n')];
const template = (text: string) => ({ text });

function problem(own: string, asks = ""): string | null {
  try {
    refuseMisspelt([message(own)], builtIn, [template(asks)]);
    return null;
  } catch (error) {
    if (error instanceof UsageError) return [error.message, ...error.details].join("\n");
    throw error;
  }
}

describe("render/own-messages", () => {
  it("names file, line and the name that was meant", () => {
    expect(problem('untitled: "None"\ncoming:\n  before-deu: "Due!"\n')).toBe(
      "messages/en.yaml:3: No template asks for a message named “coming.before-deu”.\nDid you mean “coming.before-due”?",
    );
  });

  it.each([
    ["the name of a built-in one", 'coming:\n  before-due: "Due!"\n', ""],
    ["a name of one's own", 'ours:\n  greeting: "Hello"\n', ""],
    ["a name that a template asks for", 'coming:\n  before-deu: "Due!"\n', '{{t "coming.before-deu"}}'],
    ["no name at all", "", ""],
  ])("leaves a message with %s alone", (_, own, asks) => {
    expect(problem(own, asks)).toBeNull();
  });
});
