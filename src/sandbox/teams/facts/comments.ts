/** What people wrote beside the rows, by row key. Conversations stay with whoever had them: the product never touches these. */
export const comments: Readonly<
  Record<string, readonly { readonly by: string; readonly at: string; readonly text: string }[]>
> = {
  "goal-early-care": [
    {
      by: "rosa",
      at: "2026-10-06T13:10:00.000Z",
      text: "A whole year and three points. I don't know what to try anymore.",
    },
    {
      by: "linh",
      at: "2026-10-06T13:42:00.000Z",
      text: "Come over on Thursday, I think half of it is our phone line.",
    },
  ],
  "bet-ride-vouchers": [
    {
      by: "ayaan",
      at: "2026-08-15T09:00:00.000Z",
      text: "Marked as did not hold. Glad we wrote it down beforehand, I would have sworn by it.",
    },
  ],
  "rev-texts-after": [
    { by: "amara", at: "2026-04-03T08:15:00.000Z", text: "Best mix-up of the year." },
    { by: "priya", at: "2026-04-03T08:20:00.000Z", text: "Please nobody fix the South Side file." },
  ],
  "ins-doula-first-call": [
    { by: "deja", at: "2026-09-01T16:05:00.000Z", text: "Note to myself: before cohort 4!" },
  ],
  "q-state-office": [
    {
      by: "tomasz",
      at: "2026-05-11T10:30:00.000Z",
      text: "Who is answering this? I thought Amara, Amara thought me.",
    },
  ],
  "rev-eastland-before": [
    {
      by: "rosa",
      at: "2026-10-25T19:20:00.000Z",
      text: "I counted 17 in the book last night, and a lot of bell ringing. When do we sit down?",
    },
  ],
  "res-early-2026-04": [
    {
      by: "priya",
      at: "2026-05-08T11:00:00.000Z",
      text: "Laptop is gone for good. Leave it blank, don't guess.",
    },
  ],
  "ins-second-room-3": [
    {
      by: "rosa",
      at: "2026-09-23T12:00:00.000Z",
      text: "Third time. The library has one on Saturdays if somebody calls them by November.",
    },
  ],
};
