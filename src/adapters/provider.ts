/** The services the config may name. */
export const providers = ["notion", "airtable", "files"] as const;
export type Provider = (typeof providers)[number];
