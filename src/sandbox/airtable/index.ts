/** The local Airtable: what other rooms of the sandbox, and tests, may use. */
export { createAirtableStandIn, startAirtableStandIn } from "./stand-in.ts";
export type { AirtableStandInOptions } from "./options.ts";
export { seedAirtable } from "./seed.ts";
export { addOddities } from "./oddities.ts";
export { badHabits, busiestSecond } from "./log-checks.ts";
