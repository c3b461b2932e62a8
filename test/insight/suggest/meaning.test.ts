import { describe, expect, it, vi } from "vitest";

import { traceLineOfSight } from "../../../src/domain/line-of-sight.ts";
import { suggestGoals } from "../../../src/insight/suggest/index.ts";
import type { Embed } from "../../../src/insight/suggest/meaning.ts";
import { aGoal, anInsight, aPortfolio } from "../../builders.ts";

/** Texts with a word of the same row point the same way. */
const subjects = [
  ["wheelchair", "stair", "rampa"],
  ["timetable", "punctual", "horario"],
  ["cyclist", "pedal", "bicicleta"],
];
const embed = async (texts: readonly string[]): Promise<Float32Array[]> =>
  texts.map((text) => {
    const vector = subjects.map((row) => (row.some((word) => text.includes(word)) ? 1 : 0.05));
    const length = Math.hypot(...vector);
    return Float32Array.from(vector, (value) => value / length);
  });

async function suggestFor(title: string, goalTitles: readonly string[], encode: Embed | undefined) {
  const goals = goalTitles.map((goal, index) => aGoal({ id: `g${index}`, title: goal }));
  const items = [anInsight({ id: "x", title, date: null })];
  const portfolio = aPortfolio({ goals, items });
  const lineOfSight = traceLineOfSight(portfolio);
  return (await suggestGoals({ portfolio, lineOfSight, items, embed: encode })).get("x");
}

const goals = [
  "People in a wheelchair ride without help from others",
  "Trams that keep to the timetable",
  "No cyclist is hurt when they ride with us",
];

describe("insight/suggest/meaning", () => {
  it("finds a paraphrase, and says that no words are shared", async () => {
    const found = await suggestFor("Climbing even a stair is hard", goals, embed);

    expect(found?.[0]).toMatchObject({
      goal: { id: "g0" },
      why: "reads like this goal, though no words are shared",
    });
  });

  it("does without the encoder", async () => {
    const title = "What would help somebody who cannot climb a stair?";

    expect(await suggestFor(title, goals, undefined)).toEqual([]);
    expect(await suggestFor(title, goals, async () => null)).toEqual([]);
  });

  it("asks the encoder nothing when the team does not write English", async () => {
    const encode = vi.fn<Embed>(embed);
    const spanish = [
      "Las personas suben por la rampa sin ayuda de nadie nunca",
      "Los buses cumplen el horario",
    ];

    await suggestFor("Una rampa nueva ayuda a subir al tranvía sin esperar a nadie", spanish, encode);

    expect(encode).not.toHaveBeenCalled();
  });

  it("leaves an item that is not in English to the other signals", async () => {
    const encode = vi.fn<Embed>(embed);

    expect(await suggestFor("車椅子で一人で乗れる", goals, encode)).toEqual([]);
    expect(encode).not.toHaveBeenCalled();
  });
});
