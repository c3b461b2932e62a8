import type { LearningItem } from "./types.ts";

/**
 * An insight that has no row of its own: one line of a review's insights. It lives and is mended with its review.
 * @param position 1 for the first line.
 */
export function derivedInsightId(reviewId: string, position: number): string {
  return `${reviewId}${mark}${position}`;
}

export function isDerived(item: LearningItem): boolean {
  return item.kind === "insight" && item.id.includes(mark);
}

const mark = "#insight-";
