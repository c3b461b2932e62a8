import { describe, expect, it } from "vitest";

import { UsageError } from "../../src/errors.ts";
import { renderTemplate } from "../../src/render/engine.ts";
import { makeHelpers } from "../../src/render/helpers/index.ts";
import { phrasesIn } from "./phrases-in.ts";

const helpers = makeHelpers({ phrases: phrasesIn("en-US"), timezone: "UTC" });
const context = {
  name: "Team",
  goals: [{ title: "One", url: null, due: "2026-12-31", live: true }],
  summary: { items: 3 },
  nothing: null,
};

const file = (name: string, text: string) => ({ name, file: `${name}.hbs`, text });
const render = (text: string, parts: Readonly<Record<string, string>> = {}): string =>
  renderTemplate(
    file("main", text),
    Object.entries(parts).map(([name, part]) => file(name, part)),
    context,
    helpers,
  );

function problem(text: string, parts: Readonly<Record<string, string>> = {}): string {
  try {
    render(text, parts);
  } catch (error) {
    if (error instanceof UsageError) return [error.message, ...error.details].join("\n");
    throw error;
  }
  throw new Error("rendered after all");
}

describe("render/engine", () => {
  it("fills in values, and shows nothing for null", () => {
    expect(
      render("{{name}}: {{summary.items}}{{nothing}}{{#each goals}} {{title}} {{../name}}{{/each}}"),
    ).toBe("Team: 3 One Team");
  });

  it.each([
    [
      "an unknown field at the top",
      "line\n{{nam}}",
      "main.hbs:2: “nam” is not known at the top of the report.\nDid you mean “name”?\nKnown there: goals, name, nothing, summary.",
    ],
    [
      "an unknown field in an object",
      "{{summary.item}}",
      "main.hbs:1: “item” is not known in summary.\nDid you mean “items”?\nKnown there: items.",
    ],
    [
      "an unknown field of a list's entry",
      "{{#each goals}}\n\n{{titel}}\n{{/each}}",
      "main.hbs:3: “titel” is not known in goals[].\nDid you mean “title”?\nKnown there: due, live, title, url.",
    ],
    [
      "an unknown field behind a helper's list",
      "{{#each (first goals 2)}}{{titel}}{{/each}}",
      "main.hbs:1: “titel” is not known here.\nDid you mean “title”?\nKnown there: due, live, title, url.",
    ],
    [
      "an unknown field in a question",
      "{{#if nam}}x{{/if}}",
      "main.hbs:1: “nam” is not known at the top of the report.\nDid you mean “name”?\nKnown there: goals, name, nothing, summary.",
    ],
    [
      "an unknown field given to a helper",
      "\n\n{{day du}}",
      "main.hbs:3: “du” is not known at the top of the report.\nDid you mean “name”?\nKnown there: goals, name, nothing, summary.",
    ],
    [
      "an inherited property",
      "{{name.constructor}}",
      "main.hbs:1: “constructor” is asked of text or a number, which has no fields.",
    ],
    [
      "a property of every object",
      "{{summary.__proto__}}",
      "main.hbs:1: “__proto__” is not known in summary.\nDid you mean “items”?\nKnown there: items.",
    ],
    [
      "a field of something empty",
      "a\n{{nothing.title}}",
      "main.hbs:2: “title” is asked of a field that is empty here. Put it inside {{#if …}} … {{/if}}.",
    ],
    [
      "an unknown value of a loop",
      "{{#each goals}}{{@indx}}{{/each}}",
      "main.hbs:1: “indx” is not known here.",
    ],
    ["an unknown helper", "{{dai name}}", "main.hbs:1: There is no helper named “dai”.\nDid you mean “day”?"],
    ["an unknown part", "a\n{{> goalz}}", "main.hbs:2: There is no part named “goalz” in partials/."],
    [
      "a list shown as a value",
      "\n{{goals}}",
      "main.hbs:2: This is a list. Show its entries with {{#each …}} … {{/each}}.",
    ],
    [
      "an object shown as a value",
      "{{summary}}",
      "main.hbs:1: This is not a single value. Show one of its fields: items.",
    ],
    [
      "a helper given the wrong thing",
      "\n{{number name}}",
      "main.hbs:2: {{number …}} takes a number, and this is text.",
    ],
    [
      "a link to something else",
      "{{link summary}}",
      "main.hbs:1: {{link …}} takes something with title, url, and this is an object with items.",
    ],
    [
      "a block left open",
      "a\n{{#if name}}",
      "main.hbs:2: This template cannot be read: {{#if …}} has no {{/if}}.",
    ],
    [
      "a block ended by another's end",
      "a\n{{!-- {{#if}} --}}\n{{#each goals}}\n{{#if title}}x{{/if}}\n{{/if}}",
      "main.hbs:5: This template cannot be read: {{#each …}} of line 3 is ended by {{/if}}.",
    ],
    [
      "an end without a beginning",
      "a\n{{/if}}",
      "main.hbs:2: This template cannot be read: {{/if}} ends what",
    ],
    ["a tag that is open", "a\n{{#if name", "main.hbs:2: This template cannot be read"],
    ["a question of nothing", "\n{{#if}}x{{/if}}", "main.hbs:2: {{#if …}} takes one thing, and here are 0"],
    [
      "two questions",
      "{{#unless name name}}x{{/unless}}",
      "main.hbs:1: {{#unless …}} takes one thing, and here are 2",
    ],
    ["a loop over two lists", "{{#each goals goals}}x{{/each}}", "main.hbs:1: {{#each …}} takes one thing"],
    ["a step into nothing", "{{#with}}x{{/with}}", "main.hbs:1: {{#with …}} takes one thing"],
    ["a block as a value", "{{if name}}", "main.hbs:1: “if” stands around something: {{#if …}} … {{/if}}."],
    ["a block in a question", "{{#if (each goals)}}x{{/if}}", "main.hbs:1: “each” stands around something"],
    [
      "a loop over text",
      "\n{{#each name}}x{{/each}}",
      "main.hbs:2: {{#each …}} takes a list, and this is a single value.",
    ],
    [
      "a day that is none",
      "\n{{day name}}",
      "main.hbs:2: {{day …}} takes a day such as 2026-11-16, and this is “Team”.",
    ],
    [
      "a day that never comes",
      '{{day "2026-02-31"}}',
      "main.hbs:1: {{day …}} takes a day such as 2026-11-16",
    ],
    ["a helper given nothing", "{{day}}", "main.hbs:1: {{day …}} is given nothing to work on."],
    ["a value by name", "{{day name=1}}", "main.hbs:1: {{day …}} takes no value by name; “name=” is one."],
    [
      "text where a number chooses the words",
      '{{t "more.goals" count=name}}',
      "main.hbs:1: The message “more.goals” asks for a number or a list as {count}",
    ],
    [
      "a number without its words",
      "{{plural goals}}",
      "main.hbs:1: {{plural …}} takes a number or list and two words",
    ],
    ["a fold around nothing", '{{details "x"}}', "main.hbs:1: {{#details …}} folds what stands in it"],
    [
      "fewer than none",
      "{{#each (first goals -1)}}x{{/each}}",
      "main.hbs:1: {{first …}} takes a whole number from 0 on, and this is -1.",
    ],
    [
      "block parameters",
      "{{#each goals as |goal|}}{{goal.title}}{{/each}}",
      "main.hbs:1: “as |…|” is not used here",
    ],
    [
      "a part chosen by a value",
      "{{> (first goals)}}",
      "main.hbs:1: A part is included by its name: {{> goals}}.",
    ],
    ["a part written inline", '{{#*inline "x"}}{{/inline}}', "main.hbs:1: This kind of tag is not used here"],
    ["a time for a day", '{{day "12:00"}}', "main.hbs:1: {{day …}} takes a day such as 2026-11-16"],
    ["logging", "{{log name}}", "main.hbs:1: There is no helper named “log”."],
  ])("names file, line and what is known: %s", (_name, text, expected) => {
    expect(problem(text)).toContain(expected);
  });

  it("names the part in which it went wrong", () => {
    expect(problem("a\n{{> row name goals}}", { row: "x" })).toContain(
      "main.hbs:2: A part takes one thing to be about, and values by name: {{> row goal shown=3}}.",
    );
    expect(problem("{{> row}}", { row: "a\n{{#each goals}}\n{{titel}}{{/each}}" })).toContain(
      "row.hbs:3: “titel” is not known in goals[].",
    );
    expect(problem("{{> row}}", { row: "{{#if" })).toContain("row.hbs:1: This template cannot be read");
    expect(problem("{{> row}}", { row: "a\n{{> row}}" })).toContain(
      "row.hbs:2: A part includes itself without end.",
    );
  });

  it("never runs a value as a template, however it is written", () => {
    const evil = { v: "{{name}}", name: "SECRET" };

    const texts = ["{{v}}", "{{{v}}}", "{{&v}}"].map((text) =>
      renderTemplate(file("main", text), [], evil, helpers),
    );

    expect(texts).toEqual([String.raw`\{\{name\}\}`, String.raw`\{\{name\}\}`, String.raw`\{\{name\}\}`]);
  });

  it("leaves other users of Handlebars alone: each render has its own helpers", () => {
    const own = renderTemplate(file("main", "{{shout name}}"), [], context, {
      shout: ([text]) => `${String(text)}!`,
    });

    expect(own).toBe(String.raw`Team\!`);
    expect(problem("{{shout name}}")).toContain("There is no helper named “shout”.");
  });
});
