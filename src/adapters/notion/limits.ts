/** What one request may hold (developers.notion.com/reference/request-limits). */
export const limits = {
  /** Characters (UTF-16 units) of one run of rich text. */
  run: 2000,
  /** Characters of a link's address. */
  url: 2000,
  /** Elements of any array: children, runs, cells. */
  array: 100,
  /** Blocks, nested ones included. */
  blocks: 1000,
  /** Published: 500 KB. A tenth is left for the envelope and for what counts differently. */
  bytes: 450_000,
  /** Ours: characters of one block, so that a block is never too large for a request by itself. */
  block: 100_000,
} as const;
