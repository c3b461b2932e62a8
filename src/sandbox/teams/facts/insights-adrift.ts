import type { Fact } from "./fact.ts";

/** Insights that have lost their way, or never had one: no goal, no evidence, the third time round, a stray template. */
export const insightsAdrift: readonly Fact[] = [
  {
    // Would serve the off-track goal; nobody linked it.
    key: "ins-first-call-hold",
    kind: "insight",
    createdAt: "2026-09-14T11:00:00.000Z",
    createdBy: "rosa",
    fields: {
      title:
        "Who hangs up on hold at the first call does not try again for about six weeks, and by then week 13 has passed.",
      evidence: "Phone log of August against the intake sheet: 27 first-time callers hung up, 8 called again",
      owner: ["rosa"],
      status: "open",
      date: "2026-09-14",
    },
  },
  {
    key: "ins-pharmacy-test",
    kind: "insight",
    createdAt: "2026-07-18T13:40:00.000Z",
    createdBy: "ayaan",
    fields: {
      title: "The first person to hear of a pregnancy is often the one who sells the test.",
      evidence: "Talks after Friday prayer, 9 couples; the pharmacist on Morse Road says the same",
      owner: ["ayaan"],
      status: "open",
      date: "2026-07-18",
    },
  },
  {
    key: "ins-second-room-1",
    kind: "insight",
    createdAt: "2025-12-09T10:00:00.000Z",
    createdBy: "rosa",
    fields: {
      title: "Baby showers need a second room for the toddlers.",
      goal: ["goal-safe-sleep"],
      owner: ["rosa"],
      status: "open",
      date: "2025-12-09",
    },
  },
  {
    key: "ins-second-room-2",
    kind: "insight",
    createdAt: "2026-04-22T09:00:00.000Z",
    createdBy: "rosa",
    fields: {
      title: "The baby shower needs a second room for toddlers",
      goal: ["goal-safe-sleep"],
      review: ["rev-shower-hilltop-after"],
      owner: ["rosa"],
      status: "open",
      date: "2026-04-22",
    },
  },
  {
    key: "ins-second-room-3",
    kind: "insight",
    createdAt: "2026-09-23T09:15:00.000Z",
    createdBy: "ayaan",
    fields: {
      title: "We need a second room for the toddlers at baby showers!",
      goal: ["goal-safe-sleep"],
      review: ["rev-shower-northland-after"],
      owner: ["ayaan"],
      status: "open",
      date: "2026-09-23",
    },
  },
  {
    key: "ins-good-communication",
    kind: "insight",
    createdAt: "2026-06-30T15:00:00.000Z",
    createdBy: "priya",
    fields: {
      title: "Good communication makes all the difference.",
      owner: ["priya"],
      status: "open",
      date: "2026-06-30",
    },
  },
  {
    key: "ins-self-scores",
    kind: "insight",
    createdAt: "2026-09-30T14:30:00.000Z",
    createdBy: "amara",
    fields: {
      title:
        "Partners read the five conditions differently, so the Collective Impact scores can't be compared yet.",
      goal: ["goal-collective-impact"],
      evidence: "Six self-assessments side by side",
      owner: ["amara"],
      status: "open",
      date: "2026-09-30",
    },
  },
  {
    key: "ins-placeholder",
    kind: "insight",
    createdAt: "2026-09-23T09:40:00.000Z",
    createdBy: "ayaan",
    fields: { title: "[write the insight here]", evidence: "TBD", status: "open", date: "2026-09-23" },
  },
  {
    // A person has looked at this one and said why it may stay as it is.
    key: "ins-candle",
    kind: "insight",
    createdAt: "2026-08-31T19:00:00.000Z",
    createdBy: "amara",
    fields: {
      title: "Families who lost a baby want to be asked about the name.",
      evidence: "Two mothers, at the August walk",
      owner: ["amara"],
      status: "open",
      date: "2026-08-31",
      waiver: "Fine without a goal. It is not for counting; it is for how we talk. — Amara",
    },
  },
  {
    // Everything a title can bring along: emoji, Markdown, HTML, template braces, an Arabic word.
    key: "ins-hostile-title",
    kind: "insight",
    createdAt: "2026-10-12T20:02:00.000Z",
    createdBy: "ayaan",
    fields: {
      title:
        "🍼 *Ask twice*, listen __once__: <b>don't</b> fill in {{name}} for them | [see](javascript:alert(1)) — # سلام `code`",
      goal: ["goal-kept-visits"],
      evidence:
        'Copied from a chat: ${mother} said "<script>no</script>" to the form\nand we laughed, & she wrote her own name.',
      owner: ["ayaan"],
      status: "open",
      date: "2026-10-12",
    },
  },
  {
    key: "ins-long-title",
    kind: "insight",
    createdAt: "2026-08-21T21:30:00.000Z",
    createdBy: "tomasz",
    fields: {
      title: `On Thursday at the family on Livingston with the twins we noticed, while the older one was showing us the aquarium, that the crib stood exactly where the radiator is, which nobody had thought about in July because in July a radiator is only a shelf, and so the mother had moved the babies to the sofa when the heating came on for the test, which she told us rather shyly because she thought that we would write it down, which in a way we now do, but what it shows is that a safe place in summer is not the same place in winter, and that we visit at one month and never look again, so that for a baby born in August all our numbers are made in the season when nothing goes wrong; we could look again in November, or we could ask in August where the radiator is`,
      goal: ["goal-safe-sleep"],
      owner: ["tomasz"],
      status: "open",
      date: "2026-08-21",
    },
  },
  {
    // Somebody pressed "New" and was called away.
    key: "log-empty",
    kind: "insight",
    createdAt: "2026-10-29T08:58:00.000Z",
    createdBy: "linh",
    fields: {},
  },
];
