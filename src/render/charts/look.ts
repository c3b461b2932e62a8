import type { Properties } from "hast";

import type { MarkKind } from "../../report/model.ts";

/** The drawing's own units: a chart is this wide, whatever room it is given. */
export const width = 360;
/** Readable where the chart is shown at 250 pixels: a phone of 320 with a fold's edges. */
export const fontSize = 14;
/** Of one sign, on average; texts are measured with it, since nothing here can ask a font. */
export const signWidth = fontSize * 0.62;

/**
 * How each part looks on a light ground, as attributes; a web page may say otherwise by the class of the same name.
 * Parts differ in dashes, weight and shape before they differ in colour.
 */
export const looks = {
  words: {
    fill: "#24292f",
    fontSize: String(fontSize),
    fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  },
  quiet: { fill: "#57606a" },
  /** Behind a text, so that lines do not cross it. */
  halo: { paintOrder: "stroke", stroke: "#ffffff", strokeWidth: "4", strokeLinejoin: "round" },
  grid: { stroke: "#d5dae0", strokeWidth: "1" },
  since: { stroke: "#8c959f", strokeWidth: "1", strokeDashArray: ["1", "3"] },
  result: {
    fill: "none",
    stroke: "#0b5394",
    strokeWidth: "2.5",
    strokeLinejoin: "round",
    strokeLinecap: "round",
  },
  dot: { fill: "#0b5394" },
  target: { stroke: "#24292f", strokeWidth: "1.5", strokeDashArray: ["9", "4"] },
  pace: { stroke: "#6e7781", strokeWidth: "1.5", strokeDashArray: ["2", "4"], strokeLinecap: "round" },
  mark: { fill: "#24292f" },
  ground: { fill: "#ffffff" },
} as const satisfies Readonly<Record<string, Properties>>;

export type Look = keyof typeof looks;

/** Shapes around 0, 0 that differ without colour: a triangle, a diamond, a square. */
export const shapes: Readonly<Record<MarkKind, string>> = {
  insight: "M0-5.5 5.5 4.5H-5.5Z",
  bet: "M0-6 6 0 0 6-6 0Z",
  review: "M-4.5-4.5H4.5V4.5H-4.5Z",
};
