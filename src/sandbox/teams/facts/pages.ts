import type { SamplePage } from "../types.ts";

/** The team's ordinary pages. Reports are put below "planning"; nothing else there is the product's to touch. */
export const pages: readonly SamplePage[] = [
  {
    key: "home",
    title: "First Birthday Coalition",
    body: `Eleven partners in Franklin County, one wish: that every baby born here gets to blow on a candle.

## Where things are

- Clinics and rides: Linh
- Doulas: Deja
- Home visits and cribs: Tomasz
- Neighborhood outreach: Rosa and Ayaan
- Numbers: Priya

## This season

We said in September that we would do fewer things and look harder at each of them. The list of goals is the short list. If your idea doesn't fit under one of them, bring it to Amara with a cup of coffee.`,
  },
  {
    key: "planning",
    title: "Planning meetings",
    body: `Mondays at nine, forty minutes, Parsons Avenue. Whoever comes last brings the cups back.

1. What moved
2. What we learned about it
3. What we try next, and who says so

Please don't read numbers aloud. Everybody can read.`,
  },
  {
    key: "house-rules",
    title: "How we look back",
    body: `Ten minutes by the van is enough. The person with the keys starts.

> We talk about what happened, and never about whose fault it was.

- Say what we meant to happen before you say what did.
- Two things for next time. The third one can wait.
- If a family told you something in confidence, it stays with you.`,
  },
];
