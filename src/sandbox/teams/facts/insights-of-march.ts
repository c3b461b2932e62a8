import type { Fact } from "./fact.ts";

/**
 * Four insights of one afternoon of phone calls. None has a goal of its own, and the review they come from is linked
 * to nothing: one link on that review gives all four a line of sight.
 */
export const insightsOfMarch: readonly Fact[] = [
  {
    key: "ins-bus-routes",
    kind: "insight",
    createdAt: "2026-03-27T16:05:00.000Z",
    createdBy: "linh",
    fields: {
      title:
        "Most missed visits lie beyond the last stop of two bus lines. People knew the date; the walk is what they weighed.",
      review: ["rev-march-calls"],
      evidence: "41 calls put on a map next to the bus lines",
      owner: ["linh"],
      status: "open",
      date: "2026-03-27",
    },
  },
  {
    key: "ins-shift-rosters",
    kind: "insight",
    createdAt: "2026-03-27T16:12:00.000Z",
    createdBy: "ayaan",
    fields: {
      title:
        "Warehouse rosters come out on Sunday night, so a visit booked three weeks ahead is a guess for anyone on shifts.",
      review: ["rev-march-calls"],
      evidence: "13 of 41 callers work shifts; nine said “I didn't know yet”",
      owner: ["ayaan"],
      status: "open",
      date: "2026-03-27",
    },
  },
  {
    key: "ins-older-child",
    kind: "insight",
    createdAt: "2026-03-27T16:20:00.000Z",
    createdBy: "rosa",
    fields: {
      title:
        "A second pregnancy misses more visits than a first: the older child has nowhere to go at ten in the morning.",
      review: ["rev-march-calls"],
      evidence: "Missed visits by number of children; what 8 mothers told us",
      owner: ["rosa"],
      status: "open",
      date: "2026-03-27",
    },
  },
  {
    key: "ins-phone-numbers",
    kind: "insight",
    createdAt: "2026-03-27T16:31:00.000Z",
    createdBy: "priya",
    fields: {
      title:
        "One number in five on file was dead by week 30, since prepaid phones change hands; the cousin's number never was.",
      review: ["rev-march-calls"],
      evidence: "53 numbers dialed, 12 dead",
      owner: ["priya"],
      status: "open",
      date: "2026-03-27",
    },
  },
];
