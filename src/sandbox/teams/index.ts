export { sampleNow } from "./facts/fact.ts";
export { layouts, type SampleVariant } from "./layouts/index.ts";
export { sampleConfig, type SampleWiring } from "./sample-config.ts";
export { sampleTeam } from "./sample-team.ts";
