// A made-up team of any size, for the sandbox's stand-ins: the same size and seed give the same team.
import { createWriter } from "./words.mjs";

const lastDay = Date.UTC(2026, 10, 16);
const days = 3 * 365;
const dayMs = 86_400_000;

/** What there is of each, for a hundred items; what is left of the hundred is opportunities. */
const perGoal = { questions: 15, bets: 30, reviews: 25, insights: 25, results: 12, events: 3 };
const itemsPerGoal = 100;

/**
 * @param items How many learning items, in whole hundreds: each hundred has a goal of its own.
 * @param shape The sample team whose tables, columns and people are taken.
 * @param random Gives numbers from 0 to 1.
 */
export function makeTeam({ items, shape, random }) {
  const write = createWriter(random);
  const rows = { goals: [], results: [], events: [], reviews: [], log: [], reports: [] };
  const hand = {
    ...write,
    random,
    people: shape.people.map(({ key }) => key),
    add: addTo(rows, shape, random),
  };
  for (let goal = 0; goal < items / itemsPerGoal; goal += 1) addGoal(hand, `g${goal}`, goal);
  return { ...shape, tables: shape.tables.map((table) => ({ ...table, rows: rows[table.key] })) };
}

function addTo(rows, { people }, random) {
  return (table, key, day, cells) => {
    const by = people[Math.floor(random() * people.length)].key;
    const filled = Object.fromEntries(
      Object.entries(cells).filter(
        ([, value]) => value !== null && value !== undefined && value.length !== 0,
      ),
    );
    rows[table].push({
      key,
      createdAt: new Date(lastDay - (days - day) * dayMs + 9 * 3_600_000).toISOString(),
      createdBy: by,
      cells: filled,
    });
    return key;
  };
}

function dayText(day) {
  return new Date(lastDay - (days - day) * dayMs).toISOString().slice(0, 10);
}

/** A goal with its numbers and its hundred items, each later than what it comes from. */
function addGoal(hand, goal, position) {
  const { add, words, pick, chance, random, people } = hand;
  const start = Math.floor(random() * days * 0.6);
  const later = (day, most = 60) => Math.min(days + 30, day + 1 + Math.floor(random() * most));
  const baseline = Math.round(random() * 400) / 10;
  add("goals", goal, start, {
    title: words(6, 14),
    key: `G-${position + 1}`,
    measure: words(5, 10),
    unit: "families",
    baseline,
    target: baseline + 20,
    start: dayText(start),
    due: dayText(start + 500),
    status: pick(["On track", "At risk", "Off track", "On track", "Done"]),
    owner: [pick(people)],
    team: words(1, 2),
    priority: pick(["High", "Medium", "Low"]),
    ...(position % 10 === 0 ? {} : { parent: [`g${position - (position % 10)}`] }),
  });
  for (let at = 0; at < perGoal.results; at += 1)
    add("results", `${goal}-n${at}`, start + at * 30, {
      title: words(3, 6),
      goal: [goal],
      date: dayText(Math.min(days, start + at * 30)),
      value: Math.round((baseline + at * 1.5 + random() * 3) * 10) / 10,
      note: chance(0.2) ? words(10, 20) : null,
    });
  const events = Array.from({ length: perGoal.events }, (_, at) => {
    const day = later(start, 400);
    return add("events", `${goal}-e${at}`, day, {
      title: words(4, 9),
      date: chance(0.8) ? dayText(day) : { start: dayText(day), end: dayText(day + 2) },
      goal: [goal],
      owner: [pick(people)],
      status: pick(["Planned", "Done"]),
    });
  });
  addItems({ ...hand, goal, events, later }, start);
}

function addItems({ add, words, pick, chance, people, goal, events, later }, start) {
  // Some rows link to the goal itself, most through what they come from, a few to nothing.
  const ownGoal = (share) => (chance(share) ? [goal] : null);
  const some = (list, share) => (list.length > 0 && chance(share) ? [pick(list)] : null);
  const sentence = () => words(10, 60);
  const person = () => (chance(0.9) ? [pick(people)] : null);
  const common = (kind, day) => ({
    title: `${words(8, 18)}${kind === "Framing question" ? "?" : ""}`,
    kind,
    owner: person(),
    status: pick(["Open", "Open", "Parked", "Closed"]),
    date: dayText(day),
  });
  const keyed = (letter, count, make) =>
    Array.from({ length: count }, (_, at) => make(`${goal}-${letter}${at}`, later(start, 500)));

  const questions = keyed("q", perGoal.questions, (key, day) =>
    add("log", key, day, {
      ...common("Framing question", day),
      goal: ownGoal(0.9),
      requestedBy: chance(0.1) ? words(2, 3) : null,
    }),
  );
  const bets = [];
  for (let at = 0; at < perGoal.bets; at += 1) {
    const day = later(start, 600);
    bets.push(
      add("log", `${goal}-h${at}`, day, {
        ...common("Action hypothesis", day),
        if: words(8, 20),
        then: words(8, 20),
        soThat: chance(0.8) ? words(6, 15) : null,
        measure: chance(0.7) ? words(5, 12) : null,
        outcome: pick(["Not tested yet", "Not tested yet", "Held", "Partly held", "Did not hold"]),
        reviewBy: dayText(later(day, 120)),
        question: some(questions, 0.9),
        refinedFrom: some(bets, 0.2),
        event: some(events, 0.2),
        goal: ownGoal(0.2),
      }),
    );
  }
  const befores = [];
  const afters = keyed("r", perGoal.reviews, (key, day) => {
    const isBefore = chance(0.45);
    const bookend = {
      title: `${isBefore ? "Before" : "After"}: ${words(4, 10)}`,
      when: isBefore ? "Before" : "After",
      goal: ownGoal(0.3),
      event: some(events, 0.5),
      hypothesis: some(bets, 0.7),
      before: isBefore ? null : some(befores, 0.7),
      date: dayText(day),
      owner: person(),
      participants: [...new Set([pick(people), pick(people), pick(people)])],
      intended: chance(0.8) ? sentence() : null,
      measures: chance(0.6) ? sentence() : null,
      next: chance(0.6) ? words(8, 20) : null,
      nextDate: chance(0.5) ? dayText(later(day)) : null,
    };
    const looking = isBefore
      ? { challenges: sentence(), successFactors: chance(0.6) ? sentence() : null }
      : {
          actual: sentence(),
          causes: sentence(),
          sustain: sentence(),
          improve: chance(0.7) ? sentence() : null,
        };
    add("reviews", key, day, { ...bookend, ...looking });
    if (isBefore) befores.push(key);
    return isBefore ? null : key;
  }).filter((key) => key !== null);
  keyed("i", perGoal.insights, (key, day) => {
    add("log", key, day, {
      ...common("Insight", day),
      title: sentence(),
      evidence: chance(0.6) ? sentence() : null,
      review: some(afters, 0.9),
      appliedIn: some(befores, 0.3),
    });
  });
  const rest = itemsPerGoal - perGoal.questions - perGoal.bets - perGoal.reviews - perGoal.insights;
  keyed("o", rest, (key, day) => {
    add("log", key, day, {
      ...common("Opportunity", day),
      hypothesis: some(bets, 0.9),
      event: some(events, 0.4),
      next: words(8, 20),
    });
  });
}
