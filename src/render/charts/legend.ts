import type { Element } from "hast";

import { markKinds } from "./describe.ts";
import { fontSize, shapes, width } from "./look.ts";
import { line, part, place, widthOf, written } from "./parts.ts";
import type { Settled } from "./settle.ts";

interface Entry {
  readonly text: string;
  /** @param x left end of the sample. @param y its middle. */
  readonly sample: (x: number, y: number) => readonly Element[];
}

const left = 4;
const sampleWidth = 26;
const gap = 14;
const rowHeight = 20;

/** What each line and shape stands for, in as many rows as it takes. @param at height of the first row's middle. */
export function drawLegend(
  chart: Settled,
  at: number,
): { readonly children: readonly Element[]; readonly bottom: number } {
  let [x, y] = [left, at];
  const children = entriesOf(chart).flatMap(({ text, sample }) => {
    const needed = sampleWidth + 6 + widthOf(text);
    if (x > left && x + needed > width) [x, y] = [left, y + rowHeight];
    const drawn = [
      ...sample(x, y),
      written(text, { x: x + sampleWidth + 6, y: y + fontSize * 0.35, room: width - x - sampleWidth - 8 }),
    ];
    x += needed + gap;
    return drawn;
  });
  return { children, bottom: y + rowHeight / 2 };
}

function entriesOf({ words, target, pace, marks }: Settled): readonly Entry[] {
  const stroke =
    (look: "target" | "pace") =>
    (x: number, y: number): readonly Element[] => [line(look, [x, y], [x + sampleWidth, y])];
  const dotted = (x: number, y: number): readonly Element[] => [
    line("result", [x, y], [x + sampleWidth, y]),
    part("circle", "dot", { cx: place(x + sampleWidth / 2), cy: place(y), r: "4" }),
  ];
  const kinds = markKinds.filter((kind) => marks.some((mark) => mark.kind === kind));
  return [
    { text: words.result, sample: dotted },
    ...(target === null ? [] : [{ text: words.target, sample: stroke("target") }]),
    ...(pace === null ? [] : [{ text: words.pace, sample: stroke("pace") }]),
    ...kinds.map((kind) => ({
      text: words.marks[kind],
      sample: (x: number, y: number) => [
        part("path", "mark", {
          d: shapes[kind],
          transform: `translate(${place(x + sampleWidth / 2)} ${place(y)})`,
        }),
      ],
    })),
  ];
}
