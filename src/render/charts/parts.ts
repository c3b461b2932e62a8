import type { Element, ElementContent, Properties } from "hast";

import { displayWidth } from "../../lib/display-width.ts";
import { element } from "../element.ts";
import { looks, signWidth, type Look } from "./look.ts";

/** A number as it stands in the drawing: two decimals, so that equal charts are equal to the byte. */
export function place(value: number): string {
  // Minus zero is written as 0.
  return String(Math.round(value * 100) / 100);
}

/** An element that looks like its class. */
export function part(
  tagName: string,
  look: Look | readonly Look[],
  properties: Properties,
  children: readonly ElementContent[] = [],
): Element {
  const classes = [look].flat();
  const styled = Object.assign({}, ...classes.map((one) => looks[one])) as Properties;
  return element(tagName, { className: classes, ...styled, ...properties }, children);
}

export function line(look: Look, from: readonly [number, number], to: readonly [number, number]): Element {
  const [x1, y1, x2, y2] = [...from, ...to].map(place);
  return part("line", look, { x1, y1, x2, y2 });
}

export interface WrittenAt {
  readonly x: number;
  readonly y: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly look?: Look | readonly Look[];
  /** Units it may take; a longer text is set narrower. */
  readonly room?: number;
}

export function written(text: string, { x, y, anchor = "start", look = "words", room }: WrittenAt): Element {
  const tight =
    room !== undefined && widthOf(text) > room
      ? { textLength: place(room), lengthAdjust: "spacingAndGlyphs" }
      : {};
  const ends = anchor === "start" ? {} : { textAnchor: anchor };
  return part("text", look, { x: place(x), y: place(y), ...ends, ...tight }, [{ type: "text", value: text }]);
}

/** About what a text takes. */
export function widthOf(text: string): number {
  return displayWidth(text) * signWidth;
}

/** A browser shows it under the pointer. */
export function named(text: string): Element {
  return element("title", {}, [{ type: "text", value: text }]);
}

/** The nearest place where something of this size lies within the bounds. */
export function within(at: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, at));
}
