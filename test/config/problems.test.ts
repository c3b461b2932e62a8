import { describe, expect, it, vi } from "vitest";
import { z } from "zod";

import { load, problemsOf, refusal, smallConfig } from "./config-folder.ts";

// The messages about rules must not change with every rule that is added.
vi.mock("../../src/rules/registry.ts", () => ({
  rules: [
    {
      id: "linked-to-goal",
      description: "First.",
      options: z.strictObject({ graceDays: z.int().min(0).default(7) }),
    },
    { id: "goal-is-live", description: "Second.", options: z.strictObject({}) },
  ],
}));

const notionToken = "ntn_4567890123ABCDEFGHIJabcdefghij0123456789";

/** `smallConfig` with one line changed. */
function withLine(line: number, text: string): string {
  const lines = smallConfig.split("\n");
  lines[line - 1] = text;
  return lines.join("\n");
}

const plus = (text: string): string => `${smallConfig}${text}\n`;

describe("config/load, what it refuses", () => {
  it.each<[string, string, readonly string[]]>([
    ["nothing at all", "", ["1:1  the file is empty"]],
    ["only comments", "# to do\n", ["1:1  the file is empty"]],
    ["a list", "- a\n", ["1:1  found a list; expected keys such as name:, connections: and tables:"]],
    ["plain text", "hello", ["1:1  found plain text; expected keys such as name:, connections: and tables:"]],
    ["a tab", "name: x\ntables:\n\tgoals: 1\n", ["3:1  a tab is used to indent; use spaces"]],
    ["an open quote", 'name: "x\n', ["2:1  a closing quote or bracket, or a colon after a key, is missing"]],
    [
      "two documents",
      `${smallConfig}---\nname: y\n`,
      ["14:1  a second document starts here (---); the config is one document"],
    ],
    [
      "an undefined alias",
      withLine(1, "name: *star"),
      ["1:7  *star is taken for an alias, but nothing is called &star; put it in quotes if it is plain text"],
    ],
    [
      "a tag",
      withLine(1, "name: !env TEAM"),
      ["1:7  tags (!name) mean nothing here; put it in quotes if it is plain text"],
    ],
    [
      "entries under ignore that are not quite right",
      plus(
        "ignore:\n  - { rule: linked-to-gaol, item: x, reason: y }\n  - { rule: all, item: x, reason: ' ', until: soon }\n  - { item: x, raeson: y }",
      ),
      [
        '15:13  ignore[0].rule: found "linked-to-gaol"; accepted: all, linked-to-goal or goal-is-live. Did you mean "linked-to-goal"?',
        "16:35  ignore[1].reason: is empty; fill it in or take it out",
        '16:47  ignore[1].until: found "soon"; must be a day, such as 2027-06-30.',
        '17:16  ignore[2].raeson: unknown key; known here: rule, item, reason, until. Did you mean "reason"?',
        "17:5  ignore[2].reason: is missing; what belongs here: why it is fine as it is",
        "17:5  ignore[2].rule: is missing; what belongs here: a rule's id, or all",
      ],
    ],
    [
      "the same key twice, and more",
      `${withLine(8, "    fields: { titel: Goal }")}name: Other\n`,
      [
        "8:5  tables.goals.fields.title: is missing; what belongs here: the column that names the row",
        '8:15  tables.goals.fields.titel: unknown key; known here: title, key, measure, unit, baseline, target, current, start, due, status, owner, team, parent, priority, waiver. Did you mean "title"?',
        '14:1  the key "name" stands here a second time; keep one of them',
      ],
    ],
    [
      "no name",
      withLine(1, ""),
      ["2:1  name: is missing; what belongs here: the team, as the report calls it"],
    ],
    ["an empty name", withLine(1, 'name: ""'), ["1:7  name: is empty; fill it in or take it out"]],
    ["a name without a value", withLine(1, "name:"), ["1:1  name: found nothing; accepted: text."]],
    [
      "a number for a name",
      withLine(1, "name: 2026"),
      ['1:7  name: found 2026; accepted: text. If it is a name, put it in quotes: "2026".'],
    ],
    [
      "an unknown key at the top",
      plus("conections: {}"),
      [
        "14:1  conections: unknown key; known here: name, timezone, locale, connections, tables, rules, ignore, report.",
      ],
    ],
    [
      "a misspelt key whose right form is missing",
      withLine(2, "conections:"),
      [
        "1:1  connections: is missing; what belongs here: the services, each under a name of your choice",
        '2:1  conections: unknown key; known here: name, timezone, locale, connections, tables, rules, ignore, report. Did you mean "connections"?',
      ],
    ],
    [
      "writeBack",
      plus("writeBack: [{ table: a, fields: {} }]"),
      [
        "14:1  writeBack: this version writes nothing on the items themselves, so the key would do nothing; take it out (reports are written as before)",
      ],
    ],
    [
      "a wrong zone",
      plus("timezone: America/Chigaco"),
      [
        '14:11  timezone: found "America/Chigaco"; must be an IANA time zone, such as America/Chicago. Did you mean "America/Chicago"?',
      ],
    ],
    [
      "a wrong locale",
      plus("locale: english please"),
      ['14:9  locale: found "english please"; must be a BCP 47 language tag, such as en-US or es.'],
    ],
    [
      "an unknown provider",
      withLine(3, "  work: { provider: notoin }"),
      [
        '3:21  connections.work.provider: found "notoin"; accepted: notion, airtable or files. Did you mean "notion"?',
      ],
    ],
    [
      "no provider",
      withLine(3, "  work: {}"),
      ["3:3  connections.work.provider: is missing; accepted: notion, airtable or files"],
    ],
    [
      "a connection that is plain text",
      withLine(3, "  work: notion"),
      ['3:9  connections.work: found "notion"; accepted: a group of keys.'],
    ],
    [
      "another provider's key",
      withLine(3, "  work: { provider: notion, base: appAbCdEfGhIjKlMn }"),
      [
        "3:29  connections.work.base: unknown key; known here: provider, tokenEnv, requestsPerMinute, patienceMinutes, timeoutSeconds.",
      ],
    ],
    [
      "a key that nearly is one",
      withLine(3, "  work: { provider: notion, token: NOTION_TOKEN }"),
      [
        '3:29  connections.work.token: unknown key; known here: provider, tokenEnv, requestsPerMinute, patienceMinutes, timeoutSeconds. Did you mean "tokenEnv"?',
      ],
    ],
    [
      "a wrong base id",
      withLine(3, "  work: { provider: airtable, base: app123 }"),
      [
        `3:37  connections.work.base: found "app123"; must be a base id: app and 14 letters or digits, as in the base's address.`,
      ],
    ],
    [
      "a pace of nought",
      withLine(3, "  work: { provider: notion, requestsPerMinute: 0 }"),
      ["3:48  connections.work.requestsPerMinute: found 0; must be at least 1"],
    ],
    [
      "a pace past all plans",
      withLine(3, "  work: { provider: notion, requestsPerMinute: 60000 }"),
      ["3:48  connections.work.requestsPerMinute: found 60000; must be at most 6000"],
    ],
    [
      "a pace in words",
      withLine(3, "  work: { provider: notion, requestsPerMinute: many }"),
      ['3:48  connections.work.requestsPerMinute: found "many"; accepted: a number.'],
    ],
    [
      "a connection's name that would confuse messages",
      withLine(3, "  work: { provider: notion }\n  -x: { provider: notion }"),
      [
        "4:3  connections.-x: the name must start with a letter or digit and hold only letters, digits, spaces, dots, dashes and underscores",
      ],
    ],
    [
      "an unknown connection",
      withLine(6, "    from: wrok"),
      [
        '6:11  tables.goals.from: found "wrok"; no connection has this name: there is work. Did you mean "work"?',
      ],
    ],
    [
      "no connections",
      smallConfig.replace(/connections:\n.*\n/, "connections: {}\n"),
      [
        '5:11  tables.goals.from: found "work"; no connection has this name: there is none yet.',
        '9:11  tables.learning.from: found "work"; no connection has this name: there is none yet.',
      ],
    ],
    [
      "no goals",
      smallConfig.replace(/ {2}goals:[\s\S]*(?= {2}learning)/, ""),
      ["4:1  tables.goals: is missing; what belongs here: what the work is for: one table or several"],
    ],
    [
      "an empty list of goals",
      smallConfig.replace(/ {2}goals:[\s\S]*(?= {2}learning)/, "  goals: []\n"),
      ["5:3  tables.goals: is empty; fill it in or take it out"],
    ],
    [
      "plain text for a table",
      smallConfig.replace(/ {2}goals:[\s\S]*(?= {2}learning)/, "  goals: Goals\n"),
      ['5:10  tables.goals: found "Goals"; accepted: a group of keys or a list.'],
    ],
    [
      "a field that only another role has",
      withLine(8, "    fields: { title: Goal, evidence: E }"),
      [
        "8:28  tables.goals.fields.evidence: unknown key; known here: title, key, measure, unit, baseline, target, current, start, due, status, owner, team, parent, priority, waiver.",
      ],
    ],
    [
      "a misspelt field among many",
      withLine(13, "    fields: { title: Name, gaol: Goal, so_that: So }"),
      [
        '13:28  tables.learning.fields.gaol: unknown key; docs/config.md lists the 38 that are known here. Did you mean "goal"?',
        '13:40  tables.learning.fields.so_that: unknown key; docs/config.md lists the 38 that are known here. Did you mean "soThat"?',
      ],
    ],
    [
      "a column that is a list",
      withLine(8, "    fields: { title: [Goal] }"),
      ["8:15  tables.goals.fields.title: found a list; accepted: text."],
    ],
    [
      "an unknown kind",
      withLine(12, "    kind: insigth"),
      [
        '12:11  tables.learning.kind: found "insigth"; accepted: question, hypothesis, review, insight, opportunity, before-review, after-review or a group of keys. Did you mean "insight"?',
      ],
    ],
    [
      "a kind's column without a name",
      withLine(12, '    kind: { field: "", insight: [I] }'),
      ["12:20  tables.learning.kind.field: is empty; fill it in or take it out"],
    ],
    [
      "a value with two meanings",
      withLine(12, "    kind: { field: Type, insight: [I, J], question: J }"),
      ['12:53  tables.learning.kind.question: the value "J" already means insight; keep it in one place'],
    ],
    [
      "a kind that is unknown in the column's form",
      withLine(12, "    kind: { field: Type, insights: [I] }"),
      [
        '12:26  tables.learning.kind.insights: unknown key; known here: field, question, hypothesis, review, insight, opportunity, before-review, after-review. Did you mean "insight"?',
      ],
    ],
    [
      "a table mapped twice under two spellings",
      withLine(7, "    table: 0123456789abcdef0123456789abcdef").replace(
        "learning-table",
        "https://www.notion.so/team/Notes-01234567-89ab-cdef-0123-456789ABCDEF?v=1",
      ),
      [
        "11:12  tables.learning.table: is mapped already at tables.goals; a row can be only one thing; rows of several kinds are told apart by `kind: { field: … }`",
      ],
    ],
    [
      "a file that is no table",
      withLine(3, "  work: { provider: files, folder: x }")
        .replace("goals-table", "g.csv")
        .replace("learning-table", "sub/l.csv"),
      [
        `11:12  tables.learning.table: found "sub/l.csv"; must be the name of a .csv file in the connection's folder`,
      ],
    ],
    [
      "a wrong switch",
      plus("    body: yes"),
      ['14:11  tables.learning.body: found "yes"; accepted: true or false.'],
    ],
    [
      "an unknown period",
      plus("report: { period: weekly }"),
      [
        '14:19  report.period: found "weekly"; must be week, month, quarter, since-last, 2026-W47, 2026-11, 2026-Q4 or 30d.',
      ],
    ],
    [
      "an unknown kind of page",
      plus("report: { page: livng }"),
      ['14:17  report.page: found "livng"; accepted: per-period or living. Did you mean "living"?'],
    ],
    [
      "a destination that does not suit its service",
      plus("report: { to: [{ connection: work, table: Reports }] }"),
      [
        "14:16  report.to[0]: parent is missing; a report in notion needs parent: the page, database or data source it is put below",
        "14:36  report.to[0].table: does not apply to notion; a report there needs parent: the page, database or data source it is put below",
      ],
    ],
    [
      "a destination of an unknown connection",
      plus("report:\n  to:\n    - connection: werk\n      parent: p"),
      [
        '16:19  report.to[0].connection: found "werk"; no connection has this name: there is work. Did you mean "work"?',
      ],
    ],
    [
      "one destination for a list",
      plus("report: { to: { connection: work, parent: p } }"),
      ["14:11  report.to: found a group of keys; accepted: a list."],
    ],
    [
      "an unknown rule",
      plus("rules: { linked-to-goals: warn }"),
      [
        '14:10  rules.linked-to-goals: unknown rule; known here: linked-to-goal, goal-is-live. Did you mean "linked-to-goal"?',
      ],
    ],
    [
      "an unknown severity",
      plus("rules: { linked-to-goal: warning }"),
      [
        '14:26  rules.linked-to-goal: found "warning"; accepted: off, error, warn, info or a list. Did you mean "warn"?',
      ],
    ],
    [
      "wrong options of a rule",
      plus("rules: { linked-to-goal: [warn, { graceDays: -1, grace: 2 }] }"),
      [
        "14:46  rules.linked-to-goal[1].graceDays: found -1; must be at least 0",
        "14:50  rules.linked-to-goal[1].grace: unknown key; known here: graceDays.",
      ],
    ],
    [
      "a token where its variable's name belongs",
      withLine(3, `  work: { provider: notion, tokenEnv: ${notionToken} }`),
      [
        '3:39  connections.work.tokenEnv: found "•••"; must be the NAME of an environment variable, such as NOTION_TOKEN.',
        "3:39  a token stands here; take it out of the file, have the service make a new one (this one may have been seen), and put that in an environment variable named by tokenEnv",
      ],
    ],
    [
      "a token in a comment of a broken file",
      `name: [\n# ${notionToken}\n`,
      [
        "2:3  a token stands here; take it out of the file, have the service make a new one (this one may have been seen), and put that in an environment variable named by tokenEnv",
        "3:1  the indentation does not fit the lines above, or a bracket is not closed",
      ],
    ],
  ])("explains %s", async (_, text, expected) => {
    expect([...(await problemsOf(text))].sort()).toEqual([...expected].sort());
  });

  it("reports everything at once, in the order of the file", async () => {
    const error = await refusal(
      load(`name: 5
connections:
  work: { provider: notion, requestsPerMinute: 1.5 }
tables:
  goals:
    from: werk
    table: a
    fields: { titel: Goal }
    liv: [x]
  learning:
    - from: work
      table: b
      kind: insight
      fields: { title: Name, body: Text }
report:
  periode: week
  to:
    - connection: work
`),
    );

    expect([error.message, ...error.details, error.hint].join("\n")).toMatchInlineSnapshot(`
      "There are 9 problems in sothat.yaml.
      sothat.yaml:1:7  name: found 5; accepted: text. If it is a name, put it in quotes: "5".
      sothat.yaml:3:48  connections.work.requestsPerMinute: found 1.5; accepted: a whole number.
      sothat.yaml:6:11  tables.goals.from: found "werk"; no connection has this name: there is work. Did you mean "work"?
      sothat.yaml:8:5  tables.goals.fields.title: is missing; what belongs here: the column that names the row
      sothat.yaml:8:15  tables.goals.fields.titel: unknown key; known here: title, key, measure, unit, baseline, target, current, start, due, status, owner, team, parent, priority, waiver. Did you mean "title"?
      sothat.yaml:9:5  tables.goals.liv: unknown key; known here: from, table, fields, live. Did you mean "live"?
      sothat.yaml:14:30  tables.learning[0].fields.body: unknown key; known here: title, text, goal, parent, event, owner, participants, status, date, requestedBy, waiver, standing, question, if, then, soThat, measure, outcome, reviewBy, refinedFrom, when, before, hypothesis, intended, measures, challenges, priorLearning, successFactors, actual, causes, sustain, improve, next, nextDate, insights, review, evidence, appliedIn.
      sothat.yaml:16:3  report.periode: unknown key; known here: template, period, page, charts, to. Did you mean "period"?
      sothat.yaml:18:7  report.to[0]: parent is missing; a report in notion needs parent: the page, database or data source it is put below
      docs/config.md explains every key, and config/ holds examples to copy from."
    `);
  });

  it("finds the environment's own token in the file, whatever its shape", async () => {
    const problems = await problemsOf(
      `${smallConfig}# old: opensesame-opensesame\n`.replace("notion }", "notion, tokenEnv: WORK }"),
      {
        WORK: "opensesame-opensesame\n",
      },
    );

    expect(problems).toEqual([expect.stringMatching(/^14:8 {2}a token stands here/)]);
  });

  it("says it calmly when a file repeats itself without end", async () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (const [index, name] of Array.from("bcdefgh").entries()) {
      const before = `*${"abcdefg"[index]}`;
      bomb.push(`${name}: &${name} [${Array(9).fill(before).join(",")}]`);
    }

    expect(await problemsOf(bomb.join("\n"))).toEqual([
      "1:1  the file is nested too deeply, or repeats itself by too many aliases",
    ]);
  });
});
