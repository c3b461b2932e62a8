import type { GoalReport } from "../../report/model.ts";
import { drawChart, type Chart } from "../charts/index.ts";
import { chartPlace } from "../document.ts";
import type { TemplateHelpers } from "../engine.ts";
import { Markdown } from "../markdown-value.ts";
import type { ChartWords } from "../charts/words.ts";
import type { Phrases } from "../phrases.ts";
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

/** The messages of charts. They are drawn as text, so nothing in them is Markdown and no value is escaped. */
export function chartWords(phrases: Phrases): ChartWords {
  const phrase: Phrases["phrase"] = (key, values) => phrases.phrase(key, values);
  return {
    result: phrase("chart.result"),
    target: phrase("chart.target"),
    pace: phrase("chart.pace"),
    marks: {
      insight: phrase("chart.insight"),
      bet: phrase("chart.bet"),
      review: phrase("chart.review"),
    },
    oneResult: (value, day) => phrase("chart.one-result", { value, day }),
    results: (count, first, latest) =>
      phrase("chart.results", {
        count,
        first: first.value,
        firstDay: first.day,
        latest: latest.value,
        latestDay: latest.day,
      }),
    targetBy: (value, due) =>
      due === null ? phrase("chart.target-value", { value }) : phrase("chart.target-by", { value, due }),
    noTarget: phrase("chart.no-target"),
    paceFrom: (value, day) => phrase("chart.pace-from", { value, day }),
    markedOnce: (mark, day) => phrase("chart.marked-once", { mark, day }),
    markedOften: (mark, times, latest) => phrase("chart.marked-often", { mark, times, latest }),
    marked: (list) => phrase("chart.marked", { list }),
  };
}

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
