import type { Fact } from "./fact.ts";

/** The next real moments to try something: two ahead, two that never came back. */
export const opportunities: readonly Fact[] = [
  {
    key: "opp-rides-december",
    kind: "opportunity",
    createdAt: "2026-10-05T10:00:00.000Z",
    createdBy: "linh",
    fields: {
      title: "First two weeks of December: book the ride in the exam room at Whitehall",
      goal: ["goal-kept-visits"],
      hypothesis: ["bet-ride-booked"],
      next: "Two nurses, every patient past week 28, ride home included",
      date: "2026-12-01",
      owner: ["linh"],
      status: "open",
    },
  },
  {
    key: "opp-first-call-practice",
    kind: "opportunity",
    createdAt: "2026-10-07T15:00:00.000Z",
    createdBy: "deja",
    fields: {
      title: "Cohort 4 makes a real first call on Saturday afternoon",
      goal: ["goal-doula-match"],
      event: ["ev-doula-cohort-4"],
      next: "Six trainees, six families who said they would pick up",
      date: "2026-11-21",
      owner: ["deja"],
      status: "open",
    },
  },
  {
    // Planned for June; nothing came back.
    key: "opp-crib-evening",
    kind: "opportunity",
    createdAt: "2026-04-22T09:30:00.000Z",
    createdBy: "rosa",
    fields: {
      title: "Crib-building evening at the Hilltop library",
      goal: ["goal-safe-sleep"],
      next: "Ask fathers and uncles first, bring ten screwdrivers",
      date: "2026-06-11",
      owner: ["rosa"],
      status: "open",
    },
  },
  {
    key: "opp-pharmacies",
    kind: "opportunity",
    createdAt: "2026-07-20T10:15:00.000Z",
    createdBy: "ayaan",
    fields: {
      title: "Two pharmacies hand out our number with the test",
      next: "Ayaan asks the owners on Morse Road and Sullivant Avenue",
      date: "2026-08-03",
      owner: ["ayaan"],
      status: "open",
    },
  },
];
