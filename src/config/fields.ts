/**
 * What a table's columns may be mapped to, a sentence each: editors show them and docs/config.md lists them.
 * All are optional; the title is asked for by the schema.
 */

export const goalFields = {
  key: "A short code of the goal, such as G3; cells elsewhere may use it as a link",
  measure: "What is measured",
  unit: "Unit of baseline, target, current and of the results' values",
  baseline: "The value at the start",
  target: "The wanted value",
  current: "The latest value, where no results table is mapped",
  start: "First day of the work on it",
  due: "Day by which the target is wanted",
  status: "Says whether the goal is live (see `live`)",
  owner: "Who keeps an eye on it",
  team: "The team it belongs to",
  parent: "The goal or goals that it serves",
  priority: "How much it matters now",
  waiver: "A person's “fine as is, because …”",
} as const;

export const resultFields = {
  goal: "The goal or goals that the value speaks of",
  date: "The day of the value",
  value: "The number, in the goal's unit",
  note: "A remark about it",
} as const;

export const eventFields = {
  date: "The day, or first and last day",
  end: "Its last day, where that is a column of its own",
  goal: "The goal or goals that it serves",
  owner: "Who runs it",
  status: "Planned, done, called off …",
} as const;

export const learningFields = {
  text: "The item in full, where the title is only a handle",
  goal: "The goal or goals that it serves: its direct “so that”",
  parent: "The item that it comes from",
  event: "The piece of work that it belongs to",
  owner: "Who carries it on",
  participants: "Who was there",
  status: "Open, done … (see `closed`)",
  date: "Its own day; the day the row was created otherwise",
  requestedBy: "Who asked for it",
  waiver: "A person's “fine as is, because …”",
  standing: "Question: checked when it stays open by design",
  question: "Hypothesis: the question that it answers",
  if: "Hypothesis: what will be done",
  // oxlint-disable-next-line unicorn/no-thenable -- the essay's own word for the second part of a bet; nobody awaits this table
  then: "Hypothesis: what should follow",
  soThat: "Hypothesis: what that is for",
  measure: "Hypothesis: how anyone will know",
  outcome: "Hypothesis: what came of it (see `outcomes`)",
  reviewBy: "Hypothesis: day by which it should be looked at",
  refinedFrom: "Hypothesis: the earlier one that it refines",
  when: "Review: says whether it was before or after the work",
  before: "Review: the before-review that it closes",
  hypothesis: "Review, opportunity: the hypothesis that it tests",
  intended: "Review: what was intended",
  measures: "Review: how success would be seen",
  challenges: "Review: what could get in the way",
  priorLearning: "Review: what was learned earlier; text, or links to insights",
  successFactors: "Review: what would make it work this time",
  actual: "Review: what happened",
  causes: "Review: what led to it, in the team's view",
  sustain: "Review: what to keep",
  improve: "Review: what to do differently",
  next: "Review, opportunity: where it will be tried next",
  nextDate: "Review: when that is",
  insights: "Review: the insights it led to; links, or text",
  review: "Insight: the review that it came from",
  evidence: "Insight: what it rests on",
  appliedIn: "Insight: where it was used; links, or text",
} as const;
