import { looseName } from "../../lib/text.ts";
import type { LearningItem, Person } from "../../domain/types.ts";
import type { Signal, SuggestContext } from "./context.ts";

/** Owning the goal itself says as much as owning this many items that serve it. */
const goalCounts = 3;

/** With this many things seen of a person, half of the trust is there. */
const halfTrust = 1;

/** Those who only took part say half as much as those who own the item. */
const takingPart = 0.5;

/** The people and groups around the item, and which goals they work on. People are matched, never compared. */
export function ownerSignal({ portfolio, goals, goalsOf, linkedTo }: SuggestContext): Signal {
  const work = new Map<string, Float64Array>();
  const add = (person: Person, goal: number, amount: number): void => {
    const key = keyOf(person);
    const row = work.get(key) ?? new Float64Array(goals.length);
    work.set(key, row);
    row[goal]! += amount;
  };
  const teams = new Map<string, number[]>();
  goals.forEach((goal, place) => {
    for (const owner of goal.owners) add(owner, place, goalCounts);
    if (goal.team === null) return;
    const team = looseName(goal.team);
    teams.set(team, [...(teams.get(team) ?? []), place]);
  });
  for (const event of portfolio.events)
    for (const goal of goalsOf(event.id)) for (const owner of event.owners) add(owner, goal, 1);
  linkedTo.forEach((items, goal) => {
    for (const item of items) for (const owner of item.owners) add(owner, goal, 1);
  });

  const shareOf = (person: Person): Float64Array | null => {
    const row = work.get(keyOf(person))?.slice() ?? new Float64Array(goals.length);
    // A group may stand in the owner's column: then its name is the goal's team.
    for (const goal of teams.get(looseName(person.name ?? "")) ?? []) row[goal]! += goalCounts;
    const total = row.reduce((sum, amount) => sum + amount, 0);
    // Where there is only one goal, everybody works on it.
    const telling = 1 - 1 / goals.length;
    return total === 0 ? null : row.map((amount) => (telling * amount) / (total + halfTrust));
  };
  const weigh = (item: LearningItem): Float64Array => {
    const strength = new Float64Array(goals.length);
    const people = [
      ...item.owners.map((person) => ({ person, trust: 1 })),
      ...item.participants.map((person) => ({ person, trust: takingPart })),
    ];
    for (const { person, trust } of people) {
      const share = shareOf(person);
      share?.forEach((amount, goal) => (strength[goal] = Math.max(strength[goal]!, trust * amount)));
    }
    return strength;
  };

  return {
    name: "owner",
    weigh,
    why(item, goal) {
      const pointed = (people: readonly Person[]): boolean =>
        people.some((person) => (shareOf(person)?.[goal] ?? 0) > 0);
      if (pointed(item.owners)) return { message: "owner", values: {} };
      return pointed(item.participants) ? { message: "participants", values: {} } : null;
    },
  };
}

/** The service's id; one person may have two in two services, where the name helps. */
function keyOf({ id, name }: Person): string {
  return name === null ? `id ${id}` : `name ${looseName(name)}`;
}
