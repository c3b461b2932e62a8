import type { Fact } from "./fact.ts";
import { insightsAdrift } from "./insights-adrift.ts";
import { insightsOfMarch } from "./insights-of-march.ts";

/** Insights that reach a live goal, from work of this year and last. */
const insightsAtWork: readonly Fact[] = [
  {
    key: "ins-evening-tuesdays",
    kind: "insight",
    createdAt: "2026-02-27T17:30:00.000Z",
    createdBy: "linh",
    fields: {
      title:
        "Tuesday evenings filled with patients from the warehouses; Thursdays stayed empty, because Thursday is when the second shift starts.",
      goal: ["goal-kept-visits"],
      review: ["rev-evening-after"],
      evidence:
        "Slots of the first two weeks: 19 of 20 on Tuesdays, 6 of 20 on Thursdays; four roster photos people showed us",
      appliedIn: ["rev-texts-before"],
      owner: ["linh"],
      status: "open",
      date: "2026-02-27",
    },
  },
  {
    key: "ins-text-name",
    kind: "insight",
    createdAt: "2026-04-02T18:10:00.000Z",
    createdBy: "priya",
    fields: {
      title:
        "People answered the text that ended in a first name. The one signed by the clinic they took for a bill.",
      goal: ["goal-kept-visits"],
      review: ["rev-texts-after"],
      evidence: "Answer rate 38 % against 17 % in the same fortnight; three patients said “bill” unasked",
      appliedIn: ["rev-languages-before"],
      owner: ["priya"],
      status: "open",
      date: "2026-04-02",
    },
  },
  {
    key: "ins-text-ride",
    kind: "insight",
    createdAt: "2026-04-02T18:20:00.000Z",
    createdBy: "linh",
    fields: {
      title:
        "The reminder changed the day of those who had a ride. Those who had none knew the date by heart and still could not come.",
      goal: ["goal-kept-visits"],
      review: ["rev-texts-after"],
      evidence: "26 calls to people who answered “no”; 19 named the way there",
      appliedIn: ["rev-rides-before"],
      owner: ["linh"],
      status: "open",
      date: "2026-04-02",
    },
  },
  {
    // Only the review lists it.
    key: "ins-voucher-counter",
    kind: "insight",
    createdAt: "2026-08-14T16:00:00.000Z",
    createdBy: "ayaan",
    fields: {
      title: "Nobody wants to say “I have no way to get here” at a counter with six people in line behind.",
      evidence: "11 vouchers used in a month; every one of them offered in the exam room, against the plan",
      owner: ["ayaan"],
      status: "open",
      date: "2026-08-14",
    },
  },
  {
    key: "ins-ride-home",
    kind: "insight",
    createdAt: "2026-10-02T15:00:00.000Z",
    createdBy: "linh",
    fields: {
      title:
        "The ride there was taken and the ride home was not trusted: who fears being stranded with a toddler stays away.",
      goal: ["goal-kept-visits"],
      review: ["rev-rides-second"],
      evidence: "Booked 64, taken 41; of the 23 not taken, 15 had no ride home on the ticket",
      owner: ["linh"],
      status: "open",
      date: "2026-10-02",
    },
  },
  {
    // Unused since May; the next training weekend is days away.
    key: "ins-doula-first-call",
    kind: "insight",
    createdAt: "2026-05-19T14:00:00.000Z",
    createdBy: "deja",
    fields: {
      title:
        "New doulas lose courage over the first phone call, long before the first birth: who had dialed once during the training weekend took a family within two weeks.",
      goal: ["goal-doula-match"],
      review: ["rev-doula3-after"],
      evidence: "5 of 6 who practiced took a family by June 1; 1 of 5 who did not",
      owner: ["deja"],
      status: "open",
      date: "2026-05-19",
    },
  },
  {
    key: "ins-doula-rent-day",
    kind: "insight",
    createdAt: "2026-05-19T14:15:00.000Z",
    createdBy: "deja",
    fields: {
      title:
        "Doulas stop taking families when the stipend comes after rent day; the amount was hardly mentioned.",
      goal: ["goal-doula-match"],
      review: ["rev-doula3-after"],
      evidence: "Seven goodbye talks since winter; the paydates of their last three stipends",
      owner: ["deja"],
      status: "open",
      date: "2026-05-19",
    },
  },
  {
    key: "ins-match-friday",
    kind: "insight",
    createdAt: "2026-08-27T12:30:00.000Z",
    createdBy: "deja",
    fields: {
      title:
        "Most of the wait was waiting for Friday: once one person was allowed to decide, half of the matches took an hour.",
      goal: ["goal-doula-match"],
      review: ["rev-match-desk-after"],
      evidence: "Time stamps of 33 requests in August",
      owner: ["deja"],
      status: "open",
      date: "2026-08-27",
    },
  },
  {
    key: "ins-crib-box",
    kind: "insight",
    createdAt: "2026-07-30T13:00:00.000Z",
    createdBy: "tomasz",
    fields: {
      title: "A crib in its box becomes a table within a week. Standing up, it is used from the first night.",
      goal: ["goal-safe-sleep"],
      review: ["rev-refresher-after"],
      evidence: "Photos families sent: 9 boxes with lamps on them; 14 of 16 built cribs in use",
      owner: ["tomasz"],
      status: "open",
      date: "2026-07-30",
    },
  },
  {
    key: "ins-grandmother-bed",
    kind: "insight",
    createdAt: "2026-06-03T10:00:00.000Z",
    createdBy: "rosa",
    fields: {
      title:
        "Where a grandmother shares the room, she decides where the baby sleeps; we had been talking to the mother over her head.",
      goal: ["goal-safe-sleep"],
      evidence: "Six visits in May with the grandmother present; two families told Rosa the same in Spanish",
      owner: ["rosa"],
      status: "open",
      date: "2026-06-03",
    },
  },
  {
    key: "ins-lunch-break",
    kind: "insight",
    createdAt: "2026-09-10T18:00:00.000Z",
    createdBy: "ayaan",
    fields: {
      title: "We were wrong about mornings. It is the lunch break that people can leave work for.",
      goal: ["goal-kept-visits"],
      review: ["rev-intake-after"],
      evidence: "19 of 24 chose a slot between 11:30 and 1",
      owner: ["ayaan"],
      status: "open",
      date: "2026-09-10",
    },
  },
  {
    // Points at last year's goal, and may: insights keep.
    key: "ins-ward-nurse",
    kind: "insight",
    createdAt: "2025-12-16T15:00:00.000Z",
    createdBy: "rosa",
    fields: {
      title:
        "Families said yes to home visits when the night nurse named the visitor; a leaflet on the tray went home unread.",
      goal: ["goal-2025-enrollment"],
      review: ["rev-enrollment-after"],
      evidence: "Enrollment by ward and shift, October to December",
      owner: ["rosa"],
      status: "closed",
      date: "2025-12-16",
    },
  },
  {
    key: "ins-rates-move",
    kind: "insight",
    createdAt: "2026-03-09T11:00:00.000Z",
    createdBy: "priya",
    fields: {
      title:
        "The county's first figure for a year is not its last: 2023 began as 7.0 and is 7.4 by now, since late records come in. We should wait a year before we cheer.",
      goal: ["goal-first-birthday"],
      evidence: "Central Ohio Hospital Council, two editions of the same page",
      owner: ["priya"],
      status: "open",
      date: "2026-03-09",
    },
  },
];

export const insights: readonly Fact[] = [...insightsAtWork, ...insightsOfMarch, ...insightsAdrift];
