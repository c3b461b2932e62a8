// How often the right goal is found for items whose link was taken away: ten made-up teams, half of which the weights
// were learnt from; the other half was written before and never looked at while tuning.
//   npm run bench -- linking          the figures
//   npm run bench -- linking learn    what the tuned half would set the weights to (src/insight/suggest/weights.ts)
import { bm25, sharedWords } from "./baselines.mjs";
import { figuresOf, heading, line, rankedBy } from "./figures.mjs";
import { learnWeights } from "./learn.mjs";
import { readTeams } from "./read-teams.mjs";
import { bareWorkspace, structuredWorkspace } from "./workspace.mjs";

/** Structure is drawn by chance, so it is drawn several times. */
const seeds = [1, 2, 3, 4];

const modules = {
  suggest: "insight/suggest/index.js",
  lineOfSight: "domain/line-of-sight.js",
  portfolio: "domain/portfolio.js",
  day: "domain/day.js",
  random: "lib/random.js",
  encoder: "lib/encoder.js",
  weights: "insight/suggest/weights.js",
};

/** @param load Imports a module of the build by its path. */
export async function run({ load, print, args }) {
  const loaded = await Promise.all(Object.values(modules).map(load));
  const sothat = Object.assign({}, ...loaded);
  const encode = sothat.sentenceEncoder({ cache: memory(), onAbsent: print });
  const embed = (await encode(["Is it there?"])) === null ? undefined : encode;
  if (args.includes("learn")) return learn(sothat, embed, print);
  for (const part of ["tuned", "held-out"]) {
    const { bare, structured } = workspacesOf(part, sothat);
    const teams = bare.map(({ team }) => team);
    const items = teams.flatMap((team) => team.items);
    const stray = items.filter(({ goal }) => goal === null).length;
    print(`${part}: ${teams.length} teams, ${items.length} items, ${stray} of them without a goal`);
    print(heading);
    print(line("shared words (baseline)", figuresOf(judgeBaseline(bare, sharedWords))));
    print(line("BM25 on titles (baseline)", figuresOf(judgeBaseline(bare, bm25))));
    for (const [name, workspaces] of [
      ["text alone", bare],
      ["with structure", structured],
    ]) {
      if (embed !== undefined) print(line(name, figuresOf(await judge(workspaces, sothat, embed))));
      print(line(`${name}, no encoder`, figuresOf(await judge(workspaces, sothat))));
    }
    print("");
  }
}

async function learn(sothat, embed, print) {
  const { bare, structured } = workspacesOf("tuned", sothat);
  const { withMeaning, withoutMeaning } = sothat;
  for (const [given, encode] of [
    [withMeaning, embed],
    [withoutMeaning, undefined],
  ]) {
    const { tie: _tie, goalMeaning: _goal, linkedMeaning: _linked, ...kept } = given.signals;
    const examples = await examplesFrom([...bare, ...structured], sothat, encode);
    print(JSON.stringify(learnWeights(examples, kept)));
  }
}

function workspacesOf(part, sothat) {
  const teams = readTeams(new URL(`${part}/`, import.meta.url));
  return {
    bare: teams.map((team) => bareWorkspace(team, sothat)),
    structured: seeds.flatMap((seed) => teams.map((team) => structuredWorkspace(team, seed, sothat))),
  };
}

async function judge(workspaces, sothat, embed) {
  const judged = [];
  for (const workspace of workspaces) {
    const request = requestFor(workspace, sothat, embed);
    const { context, rank } = await sothat.goalRanker(request);
    const suggested = await sothat.suggestGoals(request);
    const letters = context.goals.map((goal) => goal.id);
    workspace.unlinked.forEach((item, index) => {
      const likelihoods = letters.map(() => 0);
      for (const { goal, likelihood } of rank(item)) likelihoods[goal] = likelihood;
      judged.push({
        right: workspace.team.items[index].goal,
        ranked: rankedBy(likelihoods, letters, index),
        shown: suggested.get(item.id).map(({ goal }) => goal.id),
      });
    });
  }
  return judged;
}

/** A baseline speaks whenever it saw anything at all: it has no way to know when to be silent. */
function judgeBaseline(workspaces, baseline) {
  return workspaces.flatMap(({ team, unlinked, portfolio }) => {
    const goals = portfolio.goals.filter((goal) => goal.live);
    const score = baseline(goals);
    return unlinked.map((item, index) => {
      const scores = score(item);
      const letters = goals.map((goal) => goal.id);
      const ranked = rankedBy(scores, letters, index);
      return {
        right: team.items[index].goal,
        ranked,
        shown: Math.max(...scores) > 0 ? ranked.slice(0, 3) : [],
      };
    });
  });
}

async function examplesFrom(workspaces, sothat, embed) {
  const examples = [];
  for (const workspace of workspaces) {
    const { context, signalsFor } = await sothat.goalRanker(requestFor(workspace, sothat, embed));
    workspace.unlinked.forEach((item, index) => {
      const seen = Object.fromEntries(signalsFor(item).map((signal) => [signal.name, signal.weigh(item)]));
      // What the encoder could not read is not what its weights are for.
      if (embed !== undefined && seen.goalMeaning === undefined) return;
      const right = context.goals.findIndex((goal) => goal.id === workspace.team.items[index].goal);
      examples.push({ seen, goals: context.goals.length, right: right === -1 ? null : right });
    });
  }
  return examples;
}

function requestFor({ portfolio, unlinked }, { traceLineOfSight }, embed) {
  return { portfolio, lineOfSight: traceLineOfSight(portfolio), items: unlinked, embed };
}

/** The same texts come up for every seed. */
function memory() {
  const kept = new Map();
  return {
    get: async (key) => kept.get(key) ?? null,
    set: async (key, value) => void kept.set(key, value),
  };
}
