// Precision and recall of the wording rules on labelled sentences: those that the word lists were tuned on, and
// those that were written before and never looked at while tuning.
import { readdirSync, readFileSync } from "node:fs";

/** What each kind of text is labelled for. Of a text labelled "fine", every rule is asked. */
const askedOf = {
  question: ["question-has-end", "question-beyond-method", "outside-question-has-owner"],
  hypothesis: ["hypothesis-has-so-that", "hypothesis-predicts-change"],
  measures: ["measures-include-results"],
  goal: ["goal-is-result"],
  insight: ["learning-is-about-work", "insight-has-evidence"],
};
const ruleIds = Object.values(askedOf).flat();
const today = "2026-11-16";
// One item is asked about at a time and it is new, so the share of many and the time to wait are taken out of play.
const optionsOf = {
  "learning-is-about-work": { atLeast: 1, share: 0.01 },
  "outside-question-has-owner": { graceDays: 0 },
  "insight-has-evidence": { graceDays: 0 },
};

/** @param load Imports a module of the build by its path. */
export async function run({ load, print, args }) {
  const [{ rules }, { buildPortfolio }, { traceLineOfSight }, { readStatement }] = await Promise.all(
    ["rules/registry.js", "domain/portfolio.js", "domain/line-of-sight.js", "mapping/statement.js"].map(load),
  );
  const speaks = (ruleId, portfolio) => {
    const rule = rules.find(({ id }) => id === ruleId);
    const options = optionsOf[ruleId] ?? {};
    const context = { portfolio, lineOfSight: traceLineOfSight(portfolio), today, options };
    return [...rule.check(context)].some(({ answer }) => answer === "worth-a-look");
  };
  for (const part of ["tuned", "held-out"]) {
    const cases = readCases(new URL(`${part}/`, import.meta.url));
    const rows = ruleIds.map((ruleId) => {
      const count = { right: 0, wrong: 0, missed: 0, fine: 0 };
      for (const one of cases) {
        if (!(one.labels.length === 0 || askedOf[one.kind].includes(ruleId))) continue;
        const wanted = one.labels.includes(ruleId);
        const spoke = speaks(ruleId, buildPortfolio(partsOf(one, readStatement)));
        count[spoke ? (wanted ? "right" : "wrong") : wanted ? "missed" : "fine"] += 1;
        if (args.includes(`--show=${part}`) && spoke !== wanted)
          print(
            `${spoke ? "wrong " : "missed"} ${ruleId}: ${one.text}${one.goal ? ` | goal: ${one.goal}` : ""}`,
          );
      }
      return [ruleId, count];
    });
    print(table(part, cases, rows));
  }
}

function table(part, cases, rows) {
  const fine = cases.filter(({ labels }) => labels.length === 0).length;
  const ratio = (a, b) => (a + b === 0 ? "    –" : (a / (a + b)).toFixed(2).padStart(5));
  return [
    `${part}: ${cases.length} texts, ${fine} of them fine`,
    `${"rule".padEnd(28)} precision recall  right wrong missed fine`,
    ...rows.map(
      ([id, { right, wrong, missed, fine }]) =>
        `${id.padEnd(28)} ${ratio(right, wrong).padStart(9)} ${ratio(right, missed).padStart(6)} ${[
          [right, 6],
          [wrong, 5],
          [missed, 6],
          [fine, 4],
        ]
          .map(([value, width]) => String(value).padStart(width))
          .join(" ")}`,
    ),
    "",
  ].join("\n");
}

function readCases(folder) {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .toSorted()
    .flatMap((file) => parse(readFileSync(new URL(file, folder), "utf8")));
}

/** `key: value` lines, then sections `[fine]` or `[speaks: rule, rule]` of lines `setting | text | key: value …`. */
function parse(text) {
  const head = {};
  const cases = [];
  let labels = null;
  for (const line of text.split("\n").filter((one) => one.trim() !== "")) {
    const section = /^\[(?:fine|speaks: (.+))\]$/.exec(line);
    if (section !== null) labels = section[1]?.split(", ") ?? [];
    else if (labels === null) Object.assign(head, pair(line));
    else {
      const [, said, ...extras] = line.split(" | ");
      cases.push({ ...head, labels, text: said.trim(), ...Object.assign({}, ...extras.map(pair)) });
    }
  }
  return cases;
}

function pair(text) {
  const at = text.indexOf(": ");
  return { [text.slice(0, at).trim()]: text.slice(at + 2).trim() };
}

/** A portfolio with the one text in it, and the goal or question it hangs on. */
function partsOf(one, readStatement) {
  const goals =
    one.goal === undefined ? [] : [aGoal({ id: "g", title: one.goal, measure: one.measure ?? null })];
  const linked = goals.length > 0 ? { goalIds: ["g"] } : {};
  const empty = { goals, results: [], events: [], items: [], readingNotes: [], coverage: [] };
  switch (one.kind) {
    case "question":
      // The other item has an owner: a workspace where nobody has one may only hide them.
      return {
        ...empty,
        items: [
          anItem({ kind: "question", title: one.text, standing: false, requestedBy: null, ...linked }),
          anItem({
            id: "o",
            kind: "opportunity",
            title: "",
            hypothesisIds: [],
            owners: [{ id: "p", name: "P" }],
          }),
        ],
      };
    case "hypothesis": {
      const asked =
        one.question === undefined
          ? []
          : [anItem({ id: "q", kind: "question", title: one.question, standing: false })];
      const bet = {
        ...aBet(one.text, readStatement(one.text)),
        ...linked,
        questionIds: asked.map(({ id }) => id),
      };
      return { ...empty, items: [anItem(bet), ...asked] };
    }
    case "measures":
      return { ...empty, ...measured(one, empty) };
    case "goal": {
      const parents = one.parent === undefined ? [] : [aGoal({ id: "p", title: one.parent })];
      const goal = aGoal({
        title: one.text,
        measure: one.measure ?? null,
        parentIds: parents.map(({ id }) => id),
      });
      return { ...empty, goals: [goal, ...parents] };
    }
    case "insight":
      return {
        ...empty,
        items: [
          anItem({
            kind: "insight",
            title: one.text,
            reviewIds: [],
            evidence: null,
            appliedInIds: [],
            appliedIn: null,
          }),
        ],
      };
    default:
      throw new Error(`No such kind of text: ${one.kind}`);
  }
}

function measured({ text, on }, empty) {
  const bet = {
    if: "the gate opens at five",
    then: "two in three come by six",
    soThat: "the queue is gone by ten",
  };
  if (on === "goal") return { goals: [aGoal({ title: "x", measure: text })] };
  if (on === "hypothesis") return { items: [anItem({ ...aBet("x", bet), measure: text })] };
  return {
    ...empty,
    items: [
      anItem({
        kind: "review",
        title: "x",
        when: "before",
        measures: text,
        hypothesisIds: [],
        beforeIds: [],
        insightIds: [],
      }),
    ],
  };
}

const aBet = (title, { if: condition, then, soThat }) => ({
  kind: "hypothesis",
  title,
  if: condition,
  then,
  soThat,
  measure: null,
  outcome: "open",
  questionIds: [],
  refinedFromIds: [],
});

const entity = { id: "x", url: null, connection: "bench", table: "Bench", createdAt: null };
const aGoal = (given) => ({
  ...entity,
  measure: null,
  unit: null,
  target: null,
  parentIds: [],
  live: true,
  unresolved: [],
  ...given,
});
const anItem = (given) => ({
  ...entity,
  text: null,
  goalIds: [],
  parentIds: [],
  eventIds: [],
  owners: [],
  participants: [],
  closed: false,
  date: today,
  waiver: null,
  unresolved: [],
  ...given,
});
