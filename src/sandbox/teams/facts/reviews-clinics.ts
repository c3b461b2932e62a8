import type { Fact } from "./fact.ts";

/** Bookends around evening hours, texts, intake and the new rooms. */
export const reviewsOfClinics: readonly Fact[] = [
  {
    key: "rev-evening-before",
    kind: "review",
    createdAt: "2026-02-09T14:00:00.000Z",
    createdBy: "linh",
    fields: {
      title: "Before: evening hours at Linden",
      when: "before",
      goal: ["goal-kept-visits"],
      event: ["ev-evening-hours"],
      hypothesis: ["bet-evening-hours"],
      date: "2026-02-09",
      owner: ["linh"],
      participants: ["linh", "ayaan", "priya"],
    },
    body: `## What do we intend?

In the first two weeks, at least half of the forty evening slots go to people who missed a daytime visit since the fall.

## How will we know?

- The booking sheet, with a mark for who missed before
- Whether the nurses still smile at nine

## What could get in the way?

The side door locks itself at six. The last number 4 bus leaves at 9:12.

## What will make us succeed this time?

Ayaan stands at the warehouse gate on Monday at shift change, with cards. Not flyers.`,
  },
  {
    key: "rev-evening-after",
    kind: "review",
    createdAt: "2026-02-27T16:00:00.000Z",
    createdBy: "linh",
    fields: {
      title: "After: evening hours at Linden, first two weeks",
      when: "after",
      goal: ["goal-kept-visits"],
      event: ["ev-evening-hours"],
      before: ["rev-evening-before"],
      hypothesis: ["bet-evening-hours"],
      date: "2026-02-27",
      owner: ["linh"],
      participants: ["linh", "ayaan", "priya", "amara"],
      next: "Move Thursday to Saturday morning for March",
      nextDate: "2026-03-07",
    },
    body: `## What did we intend?

Half of forty slots for people who had missed a daytime visit.

## What actually happened?

25 of 40 filled, 16 of those by people who had missed before. Tuesday was full, Thursday nearly empty.

## What caused our results?

The second shift starts on Thursdays at five. We had asked people what evening suits them in general, not what they work.

## What will we sustain?

- Cards at the gate, handed over by a person
- The nurse who walks people to the bus

## What will we improve?

- Thursday becomes Saturday morning`,
  },
  {
    key: "rev-texts-before",
    kind: "review",
    createdAt: "2026-03-11T15:00:00.000Z",
    createdBy: "priya",
    fields: {
      title: "Before: night-before texts",
      when: "before",
      goal: ["goal-kept-visits"],
      event: ["ev-night-texts"],
      hypothesis: ["bet-night-texts"],
      priorLearning: ["ins-evening-tuesdays"],
      date: "2026-03-11",
      owner: ["priya"],
      participants: ["priya", "linh", "ayaan", "rosa"],
    },
    body: `## What do we intend?

One in three of those who can't come will tell us by midnight, so that the slot goes to someone on the waiting list.

## How will we know?

Answers, slots given away, and missed visits in April against February.

## What could get in the way?

Numbers that died. People who share a phone with an uncle. We send nothing about *why* the visit is.

## What will make us succeed this time?

A number that a human answers the same evening. Priya and Linh take turns.`,
  },
  {
    key: "rev-texts-after",
    kind: "review",
    createdAt: "2026-04-02T17:00:00.000Z",
    createdBy: "priya",
    fields: {
      title: "After: night-before texts, first seventeen days",
      when: "after",
      goal: ["goal-kept-visits"],
      event: ["ev-night-texts"],
      before: ["rev-texts-before"],
      hypothesis: ["bet-night-texts"],
      date: "2026-04-02",
      owner: ["priya"],
      participants: ["priya", "linh", "ayaan", "rosa", "amara"],
      next: "Sign every text with a first name; find out what the “no” answers need",
      nextDate: "2026-04-13",
    },
    body: `## What did we intend?

One in three who can't come tell us in time.

## What actually happened?

| | sent | answered | slots given away |
| --- | --- | --- | --- |
| signed by the clinic | 210 | 36 | 9 |
| signed “Linh” | 208 | 79 | 31 |

## What caused our results?

It was a mix-up: the South Side file had Linh's name in it. People wrote back to her.

## What will we sustain?

A person behind the number until ten at night.

## What will we improve?

- One name under each text, the nurse they know
- Ask what is in the way when somebody says no

## Insights

- A name gets an answer
- A reminder is no ride`,
  },
  {
    // Short and whole: intent, outcome and cause in three lines.
    key: "rev-intake-after",
    kind: "review",
    createdAt: "2026-09-10T17:30:00.000Z",
    createdBy: "ayaan",
    fields: {
      title: "After: ask people when, instead of telling them",
      when: "after",
      goal: ["goal-kept-visits"],
      hypothesis: ["bet-evening-hours"],
      date: "2026-09-10",
      owner: ["ayaan"],
      participants: ["ayaan", "linh"],
      intended: "24 people choose their own slot; we thought most would take eight o'clock.",
      actual: "19 took the lunch break. Two took eight.",
      causes: "Eight is when the other child goes to school.",
      improve: "Keep 11:30 to 1 free at Hilltop from October.",
    },
  },
  {
    // The day has passed; nothing after it yet.
    key: "rev-eastland-before",
    kind: "review",
    createdAt: "2026-10-20T15:00:00.000Z",
    createdBy: "linh",
    fields: {
      title: "Before: open house at Eastland",
      when: "before",
      goal: ["goal-kept-visits"],
      event: ["ev-eastland-open-house"],
      date: "2026-10-20",
      owner: ["linh"],
      participants: ["linh", "rosa", "ayaan"],
    },
    body: `## What do we intend?

Twenty-five patients who now ride downtown look at the new rooms and move their next visit to Eastland, where three bus lines meet.

## How will we know?

Moved visits in the book by Saturday night.

## What could get in the way?

It looks like an office. There is no place for a stroller by the stairs.

## What will make us succeed this time?

Rosa's coffee, and letting the children press the bell.`,
  },
  {
    key: "rev-languages-before",
    kind: "review",
    createdAt: "2026-11-12T16:00:00.000Z",
    createdBy: "ayaan",
    fields: {
      title: "Before: texts in three more languages",
      when: "before",
      goal: ["goal-kept-visits"],
      event: ["ev-texts-languages"],
      hypothesis: ["bet-texts-languages"],
      priorLearning: ["ins-text-name"],
      date: "2026-11-12",
      owner: ["ayaan"],
      participants: ["ayaan", "priya", "rosa"],
      intended: "By New Year, people with an interpreter on file answer as often as everyone else.",
      measures: "Answer rate by language, weekly; visits kept",
      challenges: "The Nepali font breaks on older phones. Who answers at ten at night, in Somali?",
      successFactors: "Each text signed by someone from the neighborhood who agreed to be asked.",
    },
  },
];
