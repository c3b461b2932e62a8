import type { GoalReport } from "../../report/model.ts";
import { drawChart, type Chart } from "../charts/index.ts";
import { chartPlace } from "../document.ts";
import type { TemplateHelpers } from "../engine.ts";
import { Markdown } from "../markdown-value.ts";
import type { ChartWords } from "../words.ts";
import { asFields, asList } from "./values.ts";

const chartFields = [
  "title",
  "measure",
  "unit",
  "baseline",
  "target",
  "start",
  "due",
  "points",
  "marks",
] as const satisfies readonly (keyof GoalReport)[];

type ChartedGoal = Pick<GoalReport, (typeof chartFields)[number]>;

/** Two results have no shape yet. */
const fewestPoints = 3;

/** `chart`, `charted`. */
export function chartHelpers(words: ChartWords, locale: string, charts: Chart[]): TemplateHelpers {
  return {
    chart: ([goal]) => {
      const fields = asFields(goal, "chart", chartFields) as ChartedGoal | null;
      if (fields === null) return "";
      const chart = drawChart({ ...fields, locale, words });
      // On a line of its own, wherever the template's line began.
      return chart === null ? "" : new Markdown(`\n\n${chartPlace(charts.push(chart) - 1)}\n\n`);
    },
    charted: ([goals]) =>
      asList(goals, "charted").filter((goal) => {
        const points = asFields(goal, "charted", ["points"])?.points;
        return asList(points, "charted").length >= fewestPoints;
      }),
  };
}
