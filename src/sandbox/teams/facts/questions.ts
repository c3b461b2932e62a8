import type { Fact } from "./fact.ts";

/** Framing questions: most have an end somebody cares about; some wandered off, as they do. */
export const questions: readonly Fact[] = [
  {
    key: "q-no-car",
    kind: "question",
    createdAt: "2025-09-08T14:00:00.000Z",
    createdBy: "linh",
    fields: {
      title: "What will it take for a pregnant neighbor without a car to make every visit from week 20 on?",
      goal: ["goal-kept-visits"],
      owner: ["linh"],
      status: "open",
      date: "2025-09-08",
    },
  },
  {
    key: "q-shift-work",
    kind: "question",
    createdAt: "2025-10-20T15:10:00.000Z",
    createdBy: "ayaan",
    fields: {
      title: "How might people on warehouse shifts see a midwife without losing half a day's pay?",
      goal: ["goal-kept-visits"],
      owner: ["ayaan"],
      status: "open",
      date: "2025-10-20",
    },
  },
  {
    key: "q-doula-ten-days",
    kind: "question",
    createdAt: "2025-09-15T09:30:00.000Z",
    createdBy: "deja",
    fields: {
      title:
        "What would it take for someone who asks for a doula on a Monday to have met her by the Thursday of next week?",
      goal: ["goal-doula-match"],
      owner: ["deja"],
      status: "open",
      date: "2025-09-15",
    },
  },
  {
    // Open by design: the team comes back to it with every cohort.
    key: "q-doulas-stay",
    kind: "question",
    createdAt: "2025-09-15T09:45:00.000Z",
    createdBy: "deja",
    fields: {
      title: "What keeps a doula with us past her third birth?",
      goal: ["goal-doula-match"],
      owner: ["deja"],
      status: "open",
      date: "2025-09-15",
      standing: true,
    },
  },
  {
    key: "q-crowded-room",
    kind: "question",
    createdAt: "2025-11-03T11:20:00.000Z",
    createdBy: "tomasz",
    fields: {
      title:
        "How can a family of five in one bedroom keep a clear place for the newborn, at three in the morning too?",
      goal: ["goal-safe-sleep"],
      owner: ["tomasz"],
      status: "open",
      date: "2025-11-03",
    },
  },
  {
    // Still pointing at last year's goal only.
    key: "q-hospital-enrollment",
    kind: "question",
    createdAt: "2025-03-11T10:00:00.000Z",
    createdBy: "rosa",
    fields: {
      title:
        "What will it take to meet families for the first home visit before they leave the maternity ward?",
      goal: ["goal-2025-enrollment"],
      owner: ["rosa"],
      status: "open",
      date: "2025-03-11",
    },
  },
  {
    key: "q-wic-one-call",
    kind: "question",
    createdAt: "2025-05-06T13:15:00.000Z",
    createdBy: "rosa",
    fields: {
      title: "How can the WIC desk and ours pass a family along in one phone call?",
      goal: ["goal-2025-enrollment"],
      owner: ["rosa"],
      status: "open",
      date: "2025-05-06",
    },
  },
  {
    // A theme without an end.
    key: "q-partnership",
    kind: "question",
    createdAt: "2026-01-12T16:40:00.000Z",
    createdBy: "amara",
    fields: {
      title: "How do we get better at partnership?",
      owner: ["amara"],
      status: "open",
      date: "2026-01-12",
    },
  },
  {
    // The method has become the object.
    key: "q-five-conditions",
    kind: "question",
    createdAt: "2026-01-19T15:00:00.000Z",
    createdBy: "amara",
    fields: {
      title: "How do we make sure each partner applies the five conditions correctly?",
      goal: ["goal-collective-impact"],
      owner: ["amara"],
      status: "open",
      date: "2026-01-19",
    },
  },
  {
    // Asked from outside, taken up by nobody.
    key: "q-state-office",
    kind: "question",
    createdAt: "2026-05-04T12:00:00.000Z",
    createdBy: "amara",
    fields: {
      title: "Which of our practices could other counties copy?",
      goal: ["goal-first-birthday"],
      requestedBy: "State maternal health office, for their annual brief",
      status: "open",
      date: "2026-05-04",
    },
  },
  {
    // About the log itself.
    key: "q-everyone-writes",
    kind: "question",
    createdAt: "2026-07-06T09:00:00.000Z",
    createdBy: "priya",
    fields: {
      title: "How do we get all staff to enter something in the learning log each week?",
      owner: ["priya"],
      status: "open",
      date: "2026-07-06",
    },
  },
];
