import type { Fact } from "./fact.ts";

/** Bookends around the doulas, last year's enrollment, and one session about everything. */
export const reviewsOfDoulas: readonly Fact[] = [
  {
    key: "rev-doula3-before",
    kind: "review",
    createdAt: "2026-05-11T13:00:00.000Z",
    createdBy: "deja",
    fields: {
      title: "Before: doula weekend, cohort 3",
      when: "before",
      goal: ["goal-doula-match"],
      event: ["ev-doula-cohort-3"],
      date: "2026-05-11",
      owner: ["deja"],
      participants: ["deja", "amara"],
    },
    body: `## What do we intend?

Eight of eleven trainees take their first family within three weeks.

## How will we know?

First meetings on the match list by June 5.

## What could get in the way?

They like the weekend and then nobody calls.

## What will make us succeed this time?

Half of them dial a family on Sunday, with us in the room. The other half we train as always, so we can see.`,
  },
  {
    key: "rev-doula3-after",
    kind: "review",
    createdAt: "2026-05-19T13:30:00.000Z",
    createdBy: "deja",
    fields: {
      title: "After: doula weekend, cohort 3",
      when: "after",
      goal: ["goal-doula-match"],
      event: ["ev-doula-cohort-3"],
      before: ["rev-doula3-before"],
      date: "2026-05-19",
      owner: ["deja"],
      participants: ["deja", "amara", "rosa"],
      next: "All of cohort 4 dials on the weekend",
      nextDate: "2026-11-21",
    },
    body: `## What did we intend?

Eight of eleven with a family in three weeks.

## What actually happened?

Six by June 1. Five of them had dialed on Sunday. (Count added on June 2.)

## What caused our results?

The ones who called in the room laughed about it together. The others went home with a list and a knot in the stomach.

## What will we sustain?

Dialing in the room.

## What will we improve?

Stipend before the first of the month. Three people said it on the way to the car.

## Insights

- The first call is the hurdle, not the first birth
- Rent day decides who can stay`,
  },
  {
    key: "rev-match-desk-after",
    kind: "review",
    createdAt: "2026-08-27T12:00:00.000Z",
    createdBy: "deja",
    fields: {
      title: "After: two weeks of the match desk",
      when: "after",
      goal: ["goal-doula-match"],
      hypothesis: ["bet-match-desk"],
      date: "2026-08-27",
      owner: ["deja"],
      participants: ["deja", "priya", "rosa"],
      intended: "Lose the first week of waiting.",
      actual:
        "Median wait 17 days before, 14 with the desk, and still falling. One match was wrong and was undone the same day.",
      causes: "Nobody had to wait for Friday. The one wrong match came from an old language note.",
      sustain: "One person decides, with the right to be wrong.",
      improve: "Ask the language again on the phone.",
      next: "Desk through the fall; Rosa covers vacations",
      nextDate: "2026-09-28",
    },
  },
  {
    key: "rev-enrollment-after",
    kind: "review",
    createdAt: "2025-12-16T14:00:00.000Z",
    createdBy: "rosa",
    fields: {
      title: "After: a year of enrolling at the hospitals",
      when: "after",
      goal: ["goal-2025-enrollment"],
      date: "2025-12-16",
      owner: ["rosa"],
      participants: ["rosa", "amara", "tomasz", "priya"],
    },
    body: `## What did we intend?

400 families.

## What actually happened?

412, more than half of them after September, nearly all from two wards.

## What caused our results?

On those two wards the night nurses knew our visitors by name.

## What will we sustain?

Cake for the night shift. We mean it.

## What will we improve?

Count visits that happened, instead of families on a list.`,
  },
  {
    // Everything at once, and no piece of work.
    key: "rev-q2-learning",
    kind: "review",
    createdAt: "2026-06-30T14:00:00.000Z",
    createdBy: "priya",
    fields: {
      title: "Q2 learning session",
      when: "after",
      date: "2026-06-30",
      owner: ["priya"],
      participants: ["priya", "amara"],
    },
    body: `## What actually happened?

We went around the table. Everybody shared a highlight and a lowlight.

## Insights

- Good communication makes all the difference`,
  },
];
