import { readdirSync, readFileSync } from "node:fs";

const kinds = { q: "question", h: "hypothesis", r: "review", i: "insight", o: "opportunity" };

/**
 * The teams of one folder. Each file has lines of five sorts; goals go by a letter, and "-" is none of them:
 *   goal A (owner): title | measure     over Z (owner): title | measure
 *   event A 2026-02-10: title           A q: title of an item linked to goal A
 *   item A q: title of an item whose link was taken away
 * Throws on a line it cannot read: a label that is silently lost would change the figures.
 */
export function readTeams(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  return files.sort().map((name) => readTeam(name, readFileSync(new URL(name, folder), "utf8")));
}

function readTeam(name, text) {
  const team = { name, goals: [], events: [], linked: [], items: [] };
  for (const line of text.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const goal = /^(goal|over) (\w) \(([^)]+)\): (.+) \| (.+)$/.exec(line);
    const event = /^event (\w) (\d{4}-\d\d-\d\d): (.+)$/.exec(line);
    const item = /^(item )?([\w-]) ([qhrio]): (.+)$/.exec(line);
    if (goal !== null) {
      const [, state, letter, owner, title, measure] = goal;
      team.goals.push({ letter, live: state === "goal", owner, title, measure });
    } else if (event !== null) {
      const [, letter, date, title] = event;
      team.events.push({ letter, date, title });
    } else if (item !== null) {
      const [, unlinked, letter, kind, title] = item;
      const labelled = { goal: letter === "-" ? null : letter, kind: kinds[kind], title };
      (unlinked === undefined ? team.linked : team.items).push(labelled);
    } else throw new Error(`${name}: cannot read “${line}”`);
  }
  return team;
}
