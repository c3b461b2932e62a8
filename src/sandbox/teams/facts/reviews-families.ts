import type { Fact } from "./fact.ts";

/** Bookends around cribs, home visits and baby showers. */
export const reviewsOfFamilies: readonly Fact[] = [
  {
    // Twelve lessons from one afternoon, and no before-review to hold them against.
    key: "rev-shower-hilltop-after",
    kind: "review",
    createdAt: "2026-04-21T10:00:00.000Z",
    createdBy: "rosa",
    fields: {
      title: "After: baby shower at the Hilltop library",
      when: "after",
      goal: ["goal-safe-sleep"],
      event: ["ev-shower-hilltop"],
      date: "2026-04-21",
      owner: ["rosa"],
      participants: ["rosa", "tomasz", "ayaan", "deja", "amara", "linh"],
    },
    body: `## What actually happened?

63 families came, 48 took a crib home, 12 filled in the form for a home visit. It rained.

## What caused our results?

The library told every story-hour parent. The form asked for a street address in front of strangers.

## What will we sustain?

- The raffle at three, it keeps people
- Cribs by the exit, not by the entrance
- Grandmothers at the tea table
- Story hour as the invitation

## What will we improve?

- Forms on a clipboard, one to a family
- Ask for the phone first, the address later
- A room for toddlers
- Somali speaker at the door
- Fewer speeches
- Wagons for the cribs to the bus stop
- Name tags with first names only
- Somebody who can say no to a second crib`,
  },
  {
    key: "rev-refresher-before",
    kind: "review",
    createdAt: "2026-06-22T10:00:00.000Z",
    createdBy: "tomasz",
    fields: {
      title: "Before: refresher on crowded rooms",
      when: "before",
      goal: ["goal-safe-sleep"],
      event: ["ev-crib-refresher"],
      hypothesis: ["bet-crib-built"],
      date: "2026-06-22",
      owner: ["tomasz"],
      participants: ["tomasz", "rosa"],
      intended:
        "All nine visitors build a crib with a family in July, and three in four still stand at one month.",
      challenges: "Room for a crib is sometimes simply not there.",
    },
  },
  {
    // Five weeks later, a good story, and no word on what happens next time.
    key: "rev-refresher-after",
    kind: "review",
    createdAt: "2026-07-30T11:00:00.000Z",
    createdBy: "tomasz",
    fields: {
      title: "After: refresher on crowded rooms",
      when: "after",
      goal: ["goal-safe-sleep"],
      event: ["ev-crib-refresher"],
      before: ["rev-refresher-before"],
      hypothesis: ["bet-crib-built"],
      date: "2026-07-30",
      owner: ["tomasz"],
      participants: ["tomasz"],
    },
    body: `## What actually happened?

Seven of nine came. We moved the tables aside and taped a bedroom on the floor, nine feet by ten, with two beds and a dresser in it, and tried to find the place for a crib. It took four of us twenty minutes. Someone said: “and now do it tired.” Nobody spoke for a while after that.

In July the visitors built sixteen cribs. Fourteen were in use when we came back.

## What caused our results?

The tape on the floor, probably. And that Mrs. Abdi lent us her own story.`,
  },
  {
    // The date was typed wrong: it lies after the review that closes it.
    key: "rev-shower-northland-before",
    kind: "review",
    createdAt: "2026-09-14T09:00:00.000Z",
    createdBy: "ayaan",
    fields: {
      title: "Before: baby shower, Northland",
      when: "before",
      goal: ["goal-safe-sleep"],
      event: ["ev-shower-northland"],
      date: "2026-09-29",
      owner: ["ayaan"],
      participants: ["ayaan", "rosa", "tomasz"],
      intended: "Thirty families sign up for a crib visit on the spot.",
      measures: "Sign-ups with a phone number that works",
    },
  },
  {
    key: "rev-shower-northland-after",
    kind: "review",
    createdAt: "2026-09-22T09:00:00.000Z",
    createdBy: "ayaan",
    fields: {
      title: "After: baby shower, Northland",
      when: "after",
      goal: ["goal-safe-sleep"],
      event: ["ev-shower-northland"],
      before: ["rev-shower-northland-before"],
      date: "2026-09-22",
      owner: ["ayaan"],
      participants: ["ayaan", "rosa", "tomasz", "deja"],
      next: "Winter shower: sign-ups by voice message",
      nextDate: "2026-12-05",
    },
    body: `## What did we intend?

Thirty sign-ups for a crib visit.

## What actually happened?

34. Only nine by form. The rest spoke into Ayaan's phone.

## What caused our results?

People were happy to say their name and were not happy to write it.

## What will we sustain?

Voice messages, with the person's own “yes” on them.

## What will we improve?

Toddlers again. One room is not enough, see the last two times.`,
  },
];
