import type { Fact } from "./fact.ts";

/**
 * Two kinds of numbers, kept apart on purpose.
 *
 * `countyRates` are published. Infant deaths per 1,000 live births, Franklin County, Ohio:
 * - 2011 (174 deaths) and 2018 (136 of 18,240; preliminary): The Columbus Dispatch, 7 March 2019, quoting Columbus
 *   Public Health and CelebrateOne;
 * - 2014 and 2020: The Columbus Dispatch, 12 August 2021, quoting CelebrateOne;
 * - 2017 (155 deaths): The Columbus Dispatch, 21 September 2018, quoting Columbus Public Health;
 * - 2021 (140), 2022 (139), 2023 (126) and January to September 2024 (94): Central Ohio Hospital Council, page
 *   "Infant Mortality" (centralohiohospitals.org/infant-mortality), in its successive editions. The council first gave
 *   7.9 for 2022 and 7.0 for 2023; the later figures are used here and the notes say so.
 * Years between them were not found in a source we could read, so there is no row for them.
 *
 * Everything else is the invented coalition's own programme data and describes nobody.
 */
const countyRates: readonly (readonly [day: string, rate: number, note: string])[] = [
  [
    "2011-12-31",
    9.6,
    "Year 2011, 174 deaths. Source: Columbus Dispatch, Mar 7 2019 (Columbus Public Health)",
  ],
  ["2014-12-31", 8.4, "Year 2014. Source: Columbus Dispatch, Aug 12 2021 (CelebrateOne)"],
  [
    "2017-12-31",
    8.2,
    "Year 2017, 155 deaths. Source: Columbus Dispatch, Sep 21 2018 (Columbus Public Health)",
  ],
  [
    "2018-12-31",
    7.5,
    "Year 2018, 136 deaths among 18,240 births, preliminary. Source: Columbus Dispatch, Mar 7 2019 (Columbus Public Health)",
  ],
  ["2020-12-31", 6.7, "Year 2020. Source: Columbus Dispatch, Aug 12 2021 (CelebrateOne)"],
  ["2021-12-31", 8.1, "Year 2021, 140 deaths. Source: Central Ohio Hospital Council"],
  ["2022-12-31", 8, "Year 2022, 139 deaths; first given as 7.9. Source: Central Ohio Hospital Council"],
  ["2023-12-31", 7.4, "Year 2023, 126 deaths; first given as 7.0. Source: Central Ohio Hospital Council"],
  ["2024-09-30", 7.2, "January to September 2024, 94 deaths. Source: Central Ohio Hospital Council"],
];

/** One value a month from `first`; null is a month whose number nobody typed. */
interface MonthlySeries {
  readonly goal: string;
  /** Row keys and titles begin with it. */
  readonly name: string;
  readonly title: string;
  readonly by: string;
  readonly first: readonly [year: number, month: number];
  readonly values: readonly (number | null)[];
  /** Note by month, `YYYY-MM`. */
  readonly notes: Readonly<Record<string, string>>;
}

const programme: readonly MonthlySeries[] = [
  {
    goal: "goal-kept-visits",
    name: "missed",
    title: "Missed visits",
    by: "linh",
    first: [2025, 9],
    values: [31.2, 30.4, 31.8, 32.5, 30.9, 29.6, 27.1, 24.8, 24.3, 23.9, 24.6, 22.0, 20.4, 18.7],
    notes: {
      "2025-09": "Clinic scheduling export, four clinics",
      "2025-12": "Snow closed Whitehall for two days",
      "2026-03": "First month with the night-before texts (from the 16th)",
      "2026-07": "South Side export came late; checked by hand",
      "2026-10": "Clinic scheduling export, four clinics",
    },
  },
  {
    goal: "goal-early-care",
    name: "early",
    title: "Seen before week 13",
    by: "rosa",
    first: [2025, 9],
    values: [58.1, 57.4, 59.0, 58.3, 57.9, 60.2, 59.5, null, 60.8, 59.1, 60.0, 59.4, 61.3, 60.3],
    notes: {
      "2025-09": "Intake sheet against first-visit dates",
      "2026-04": "Intake sheet was lost with the old laptop",
      "2026-10": "63 callers, 38 in time",
    },
  },
  {
    goal: "goal-doula-match",
    name: "doula",
    title: "Days to a doula",
    by: "deja",
    first: [2025, 9],
    values: [24, 25, 23, 26, 24, 23, 22, 21, 18, 17, 17, 14, 12, 12],
    notes: {
      "2025-09": "Median of 29 requests",
      "2026-08": "Match desk ran from the 10th",
      "2026-10": "Median of 41 requests",
    },
  },
  {
    goal: "goal-safe-sleep",
    name: "crib",
    title: "Safe place at one month",
    by: "tomasz",
    first: [2025, 9],
    values: [64.0, 65.5, 66.1, 67.9, 68.4, 70.2, 69.8, 70.5, 71.0, 70.3],
    notes: { "2025-09": "47 visits", "2026-06": "52 visits. New form from July, numbers to follow" },
  },
  {
    goal: "goal-2025-enrollment",
    name: "enrolled",
    title: "Families enrolled",
    by: "rosa",
    first: [2025, 1],
    values: [22, 51, 88, 119, 151, 190, 214, 241, 279, 322, 361, 412],
    notes: { "2025-12": "Final count, agreed with the hospitals" },
  },
];

/** Dated evidence for the goals: each row one number. */
export const results: readonly Fact[] = [
  ...countyRates.map(([day, rate, note]): Fact => ({
    key: `res-county-${day.slice(0, 4)}`,
    kind: "result",
    createdAt: "2025-08-20T13:00:00.000Z",
    createdBy: "priya",
    fields: {
      title: `County rate ${day.slice(0, 4)}`,
      goal: ["goal-first-birthday"],
      date: day,
      value: rate,
      note,
    },
  })),
  ...programme.flatMap(monthly),
  {
    // A number that somebody typed before choosing the goal.
    key: "res-unlinked-crib",
    kind: "result",
    createdAt: "2026-10-05T18:44:00.000Z",
    createdBy: "tomasz",
    fields: {
      title: "Safe place at one month, September?",
      date: "2026-09-30",
      value: 73,
      note: "from memory, 30-ish visits",
    },
  },
];

function monthly(series: MonthlySeries): Fact[] {
  const [firstYear, firstMonth] = series.first;
  return series.values.map((value, index) => {
    const month = new Date(Date.UTC(firstYear, firstMonth - 1 + index, 1)).toISOString().slice(0, 7);
    const lastDay = new Date(Date.UTC(firstYear, firstMonth + index, 0)).toISOString().slice(0, 10);
    const typedOn = new Date(Date.UTC(firstYear, firstMonth + index, 4, 15)).toISOString();
    const note = series.notes[month];
    return {
      key: `res-${series.name}-${month}`,
      kind: "result",
      createdAt: typedOn,
      createdBy: series.by,
      fields: {
        title: `${series.title} ${month}`,
        goal: [series.goal],
        date: lastDay,
        ...(value === null ? {} : { value }),
        ...(note === undefined ? {} : { note }),
      },
    };
  });
}
