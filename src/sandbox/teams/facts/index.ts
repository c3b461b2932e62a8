import { events } from "./events.ts";
import type { Fact } from "./fact.ts";
import { goals } from "./goals.ts";
import { hypotheses } from "./hypotheses.ts";
import { insights } from "./insights.ts";
import { opportunities } from "./opportunities.ts";
import { questions } from "./questions.ts";
import { results } from "./results.ts";
import { reviews } from "./reviews.ts";

/** The one set of facts that every variant of the sample team shows. */
export const facts: readonly Fact[] = [
  ...goals,
  ...results,
  ...events,
  ...questions,
  ...hypotheses,
  ...reviews,
  ...insights,
  ...opportunities,
];
