import type { Element } from "hast";

import type { Day } from "../../domain/types.ts";
import type { Mark } from "../../report/model.ts";
import type { ChartWords } from "./words.ts";

export interface Point {
  readonly date: Day;
  readonly value: number;
}

/** What one chart shows: a result over time, in the goal's unit. */
export interface ChartInput {
  /** The goal. */
  readonly title: string;
  /** What is measured. */
  readonly measure: string | null;
  /** In any order; values that are no numbers and dates that are no days are left out. */
  readonly points: readonly Point[];
  readonly baseline: number | null;
  readonly target: number | null;
  readonly start: Day | null;
  readonly due: Day | null;
  readonly unit: string | null;
  /** Days to look at beside the result; those outside the chart's days are left out. */
  readonly marks: readonly Mark[];
  readonly locale: string;
  readonly words: ChartWords;
}

export interface Chart {
  /** The goal, and what is measured. */
  readonly title: string;
  /** The two apart; null for a measure that is not named. */
  readonly caption: { readonly goal: string; readonly measure: string | null };
  /** The chart in sentences: first and latest result, how many, target, marks. */
  readonly words: string;
  /** An `<svg>` for a web page, which gives it the page's colours by its classes. */
  readonly inline: Element;
  /** The same as a file of its own, on a light ground, with its title. */
  readonly file: ChartFile;
}

export interface ChartFile {
  /** The goal's name and a hash of what the file holds: another chart is another name. */
  readonly name: string;
  readonly svg: string;
}
