/**
 * How much of a workspace's structure is there, and how often it points the wrong way. Assumed, not measured: they
 * stand for a team that fills in its columns most of the time and is now and then wrong.
 */
const rates = {
  /** An item that belongs to a goal is tied to something of a goal: the same event, review, question or bet. */
  tied: 0.35,
  /** So is an item that belongs to none. */
  strayTied: 0.12,
  /** Of the ties, those that lead to another goal. */
  tieAstray: 0.1,
  hasOwner: 0.8,
  /** Otherwise anybody of the team owns it. */
  ownerOfTheGoal: 0.6,
  hasDate: 0.9,
  /** Within two weeks of the goal's event; otherwise any day of the half-year. */
  nearTheEvent: 0.5,
};

/** The team's words alone: no owners, dates, events or links but those of the linked items to their goals. */
export function bareWorkspace(team, { buildPortfolio }) {
  const unlinked = team.items.map((item, index) => anItem(item, idOf("item", index), {}));
  const linked = team.linked.map((item, index) =>
    anItem(item, idOf("linked", index), { goalIds: [item.goal] }),
  );
  const goals = team.goals.map((goal) => aGoal({ ...goal, owner: null }));
  return {
    team,
    unlinked,
    portfolio: portfolioOf(buildPortfolio, { goals, items: [...linked, ...unlinked] }),
  };
}

/** The same with owners, dates, events, reviews and links, drawn at the rates above. The same seed draws the same. */
export function structuredWorkspace(team, seed, { buildPortfolio, seededRandom, addDays }) {
  const random = seededRandom(`${team.name} ${seed}`);
  const surroundings = surroundingsFor(team, random, addDays);
  const goals = team.goals.map(aGoal);
  const events = team.events.map(anEvent);
  const linked = new Map();
  team.linked.forEach((item, index) => {
    const id = idOf("linked", index);
    linked.set(id, anItem(item, id, { goalIds: [item.goal], ...surroundings(item) }));
  });
  const parents = [];
  const unlinked = team.items.map((item, index) => {
    const id = idOf("item", index);
    const goal = drawTie(item, team, random);
    const given = surroundings(item);
    const links = goal === null ? {} : tieTo(goal, item.kind, id, { linked, parents, random });
    return anItem(item, id, { ...given, ...links });
  });
  const items = [...linked.values(), ...parents, ...unlinked];
  return { team, unlinked, portfolio: portfolioOf(buildPortfolio, { goals, events, items }) };
}

/** The goal that a tie leads to; null for no tie. */
function drawTie(item, team, random) {
  const letters = team.goals.filter((goal) => goal.live).map((goal) => goal.letter);
  if (item.goal === null) return random() < rates.strayTied ? pick(letters, random) : null;
  if (random() >= rates.tied) return null;
  if (random() >= rates.tieAstray) return item.goal;
  return pick(
    letters.filter((letter) => letter !== item.goal),
    random,
  );
}

/** One of the ways in which rows of a workspace hang together without a chain up to a goal. */
function tieTo(goal, kind, id, { linked, parents, random }) {
  const partner = pick(
    [...linked.values()].filter((one) => one.goalIds.includes(goal)),
    random,
  );
  const below = (parentId) =>
    linked.set(partner.id, { ...partner, parentIds: [...partner.parentIds, parentId] });
  const way = random();
  if (kind === "review" || way < 0.4) {
    const parent = anItem({ kind: "review", title: `Review ${id}` }, `review-${id}`, {});
    parents.push(parent);
    below(parent.id);
    return { parentIds: [parent.id] };
  }
  if (kind === "question" && way < 0.7) {
    below(id);
    return {};
  }
  if (kind === "hypothesis" && partner.kind === "hypothesis" && way < 0.7)
    return { refinedFromIds: [partner.id] };
  if (kind === "insight" && way < 0.7) return { appliedInIds: [partner.id] };
  return { eventIds: [`event-${goal}`] };
}

function surroundingsFor(team, random, addDays) {
  const people = [...new Set(team.goals.map((goal) => goal.owner))];
  return ({ goal }) => {
    const home = team.goals.find((one) => one.letter === goal)?.owner;
    const event = team.events.find((one) => one.letter === goal);
    const isHome = random() < rates.ownerOfTheGoal;
    const owner = isHome && home !== undefined ? home : pick(people, random);
    const anyDay = addDays("2026-01-05", Math.floor(random() * 190));
    const nearDay = addDays(event?.date ?? anyDay, Math.floor(random() * 29) - 14);
    const date = event !== undefined && random() < rates.nearTheEvent ? nearDay : anyDay;
    return {
      owners: random() < rates.hasOwner ? [{ id: owner, name: owner }] : [],
      date: random() < rates.hasDate ? date : null,
    };
  };
}

function portfolioOf(buildPortfolio, { goals, items, events = [] }) {
  return buildPortfolio({ goals, items, events, results: [], readingNotes: [], coverage: [] });
}

const row = { url: null, connection: "bench", table: "Bench", createdAt: null };

function aGoal({ letter, title, measure, live, owner }) {
  const owners = owner === null ? [] : [{ id: owner, name: owner }];
  const empty = {
    key: null,
    unit: null,
    baseline: null,
    target: null,
    current: null,
    start: null,
    due: null,
  };
  return {
    ...row,
    ...empty,
    id: letter,
    title,
    measure,
    live,
    owners,
    status: null,
    team: null,
    parentIds: [],
  };
}

function anEvent({ letter, date, title }) {
  const links = { goalIds: [letter], owners: [], unresolved: [] };
  return { ...row, ...links, id: `event-${letter}`, title, date, endDate: date, status: null };
}

/** Everything a kind may have, empty. */
const ofKind = {
  question: { standing: false },
  hypothesis: { questionIds: [], if: null, then: null, soThat: null, measure: null, refinedFromIds: [] },
  review: {
    when: "after",
    beforeIds: [],
    hypothesisIds: [],
    priorLearningIds: [],
    insightIds: [],
    intended: null,
    actual: null,
    causes: null,
    improve: null,
    next: null,
  },
  insight: { reviewIds: [], evidence: null, appliedInIds: [], appliedIn: null },
  opportunity: { hypothesisIds: [], next: null },
};

function anItem({ kind, title }, id, given) {
  const lists = { goalIds: [], parentIds: [], eventIds: [], owners: [], participants: [], unresolved: [] };
  const texts = { text: null, status: null, requestedBy: null, waiver: null, date: null, closed: false };
  return { ...row, ...lists, ...texts, ...ofKind[kind], kind, id, title, ...given };
}

function idOf(prefix, index) {
  return `${prefix}-${String(index).padStart(2, "0")}`;
}

function pick(list, random) {
  return list[Math.floor(random() * list.length)];
}
