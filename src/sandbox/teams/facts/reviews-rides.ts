import type { Fact } from "./fact.ts";

/** Bookends around rides to the clinics and back, from the first disappointment to the next try. */
export const reviewsOfRides: readonly Fact[] = [
  {
    // Linked to nothing; four insights hang on it.
    key: "rev-march-calls",
    kind: "review",
    createdAt: "2026-03-27T15:45:00.000Z",
    createdBy: "linh",
    fields: {
      title: "After: an afternoon of calling people who missed their visit",
      when: "after",
      date: "2026-03-27",
      owner: ["linh"],
      participants: ["linh", "ayaan", "rosa", "priya"],
    },
    body: `## What did we intend?

Reach forty people who missed a prenatal visit in March, and hear what was in the way. No lecture, no rebooking unless they ask.

## What actually happened?

53 numbers dialed, 41 talks, three hours, four of us in the break room. Eleven people asked for a new date by themselves.

## What caused our results?

We called between three and six, when the phone is in somebody's hand. We said our first name first.

## What will we sustain?

- Calling together; one hears the pattern across the table

## What will we improve?

- Call within a week: some no longer knew which visit we meant

## Insights

- The last bus stop
- Rosters that come on Sunday night
- The older child
- Phones that change hands`,
  },
  {
    key: "rev-rides-before",
    kind: "review",
    createdAt: "2026-07-09T13:30:00.000Z",
    createdBy: "ayaan",
    fields: {
      title: "Before: ride vouchers",
      when: "before",
      goal: ["goal-kept-visits"],
      event: ["ev-ride-vouchers"],
      hypothesis: ["bet-ride-vouchers"],
      priorLearning: ["ins-text-ride"],
      date: "2026-07-09",
      owner: ["ayaan"],
      participants: ["ayaan", "linh"],
      intended:
        "Forty vouchers used in the first month, at both clinics together, by people who live beyond the last stop.",
    },
  },
  {
    key: "rev-rides-after",
    kind: "review",
    createdAt: "2026-08-14T15:00:00.000Z",
    createdBy: "ayaan",
    fields: {
      title: "After: ride vouchers, one month in",
      when: "after",
      goal: ["goal-kept-visits"],
      event: ["ev-ride-vouchers"],
      before: ["rev-rides-before"],
      hypothesis: ["bet-ride-vouchers"],
      date: "2026-08-14",
      owner: ["ayaan"],
      participants: ["ayaan", "linh", "priya", "rosa"],
      insights: ["ins-voucher-counter"],
      next: "Nurse books the ride in the exam room, South Side first",
      nextDate: "2026-08-24",
    },
    body: `## What did we intend?

Forty used in a month.

## What actually happened?

Eleven. The stack at the desk looked untouched until a nurse took it into her room.

## What caused our results?

You had to ask for it, out loud, with people behind you. We had not thought of the line.

## What will we sustain?

The price we got from the ride company.

## What will we improve?

1. No asking. The nurse offers it with the next date.
2. We count rides taken, no longer vouchers given.

## Insights

- The counter is too public a place to need something`,
  },
  {
    key: "rev-rides-second",
    kind: "review",
    createdAt: "2026-10-02T14:00:00.000Z",
    createdBy: "linh",
    fields: {
      title: "After: rides booked in the exam room, five weeks",
      when: "after",
      goal: ["goal-kept-visits"],
      hypothesis: ["bet-ride-booked"],
      date: "2026-10-02",
      owner: ["linh"],
      participants: ["linh", "ayaan", "priya"],
      next: "Put the ride home on the same ticket, at Whitehall too",
      nextDate: "2026-12-01",
    },
    body: `## What did we intend?

Most people who say yes to a ride are picked up and seen.

## What actually happened?

64 booked, 41 taken. All 41 were seen.

## What caused our results?

Fifteen of the twenty-three who did not get in had no ride *home* on the ticket. Two drivers waited at the wrong door.

## What will we sustain?

Booking in the exam room: nobody said it was hard to say yes there.

## What will we improve?

The ride home goes on the same ticket.`,
  },
];
