/** How a period may be written, in the config and on the command line. */
export const periodForm = /^(week|month|quarter|since-last|\d{4}-W\d{2}|\d{4}-\d{2}|\d{4}-Q[1-4]|\d{1,4}d)$/;

/** The same in words, after "must be". */
export const periodForms = "week, month, quarter, since-last, 2026-W47, 2026-11, 2026-Q4 or 30d";
