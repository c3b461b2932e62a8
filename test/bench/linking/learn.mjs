/** Keeps weights small unless many examples ask for them to be large. */
const shrink = 0.001;
const steps = 4000;
const pace = 2;

/**
 * Finds the weights under which the right answers are likeliest: maximum likelihood of the conditional logit in
 * src/insight/suggest/rank.ts, by plain gradient ascent. No signal may count against a goal, so none falls below 0.
 * @param examples `seen` (numbers a goal, by signal), `goals` (how many) and `right` (a goal's place; null for none).
 * @param fixed weights that are given rather than learnt, by signal.
 */
export function learnWeights(examples, fixed) {
  const names = [...new Set(examples.flatMap(({ seen }) => Object.keys(seen)))];
  const weights = Object.fromEntries(names.map((name) => [name, fixed[name] ?? 1]));
  let none = 1;
  for (let step = 0; step < steps; step += 1) {
    const slope = Object.fromEntries(names.map((name) => [name, 0]));
    let noneSlope = 0;
    for (const { seen, goals, right } of examples) {
      const sums = [none];
      for (let goal = 0; goal < goals; goal += 1)
        sums.push(names.reduce((sum, name) => sum + weights[name] * seen[name][goal], 0));
      const likely = likelihoods(sums);
      noneSlope += Number(right === null) - likely[0];
      for (const name of names)
        for (let goal = 0; goal < goals; goal += 1)
          slope[name] += (Number(right === goal) - likely[goal + 1]) * seen[name][goal];
    }
    none += (pace * noneSlope) / examples.length;
    for (const name of names) {
      if (fixed[name] !== undefined) continue;
      const change = slope[name] / examples.length - shrink * weights[name];
      weights[name] = Math.max(0, weights[name] + pace * change);
    }
  }
  return {
    none: rounded(none),
    signals: Object.fromEntries(names.map((name) => [name, rounded(weights[name])])),
  };
}

function likelihoods(sums) {
  const highest = Math.max(...sums);
  const grown = sums.map((sum) => Math.exp(sum - highest));
  const total = grown.reduce((sum, one) => sum + one, 0);
  return grown.map((one) => one / total);
}

function rounded(value) {
  return Math.round(value * 100) / 100;
}
