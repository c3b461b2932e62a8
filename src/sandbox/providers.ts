/** Where the sample team works: in one of the services, in both, or in exported files. */
export const sandboxProviders = ["notion", "airtable", "mixed", "files"] as const;
export type SandboxProvider = (typeof sandboxProviders)[number];
