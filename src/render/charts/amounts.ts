import { amountFormats, type FormatAmount } from "../amounts.ts";

/** How numbers are written on and about a chart. */
export interface ChartAmounts {
  /** In sentences, with the unit. */
  readonly full: (value: number) => string;
  /** Beside a point or a line: short units only. */
  readonly short: (value: number) => string;
  /** Along the axis: as many decimals as steps of this size need. */
  readonly ticks: (step: number) => (value: number) => string;
}

/** From here on digits say less than an exponent. */
const astronomic = 1e15;
/** From here on thousands and millions are written as such beside the drawing. */
const long = 1e5;
/** Below this, zeros say less than an exponent. */
const minute = 1e-6;
/** Signs that stand beside a number without taking room. */
const shortUnit = /^[%$€£¥]$/;

export function chartAmounts(locale: string, unit: string | null): ChartAmounts {
  const { exact } = amountFormats(locale);
  const sign = unit !== null && shortUnit.test(unit) ? unit : null;
  const scientific = new Intl.NumberFormat(locale, { notation: "scientific", maximumSignificantDigits: 3 });
  const compact = new Intl.NumberFormat(locale, { notation: "compact", maximumSignificantDigits: 4 });
  const within =
    (format: FormatAmount, unit: string | null) =>
    (value: number): string =>
      Math.abs(value) < astronomic ? format(value, unit) : scientific.format(value);
  const short = within(exact, sign);
  const inDecimals = (decimals: number): ((value: number) => string) => {
    const percent = { style: "unit", unit: "percent" } as const;
    const digits = { maximumFractionDigits: decimals, ...(sign === "%" ? percent : {}) };
    const format = new Intl.NumberFormat(locale, digits);
    return (value) => format.format(value);
  };
  return {
    full: within(exact, unit),
    short: (value) =>
      Math.abs(value) >= long && Math.abs(value) < astronomic ? compact.format(value) : short(value),
    ticks: (step) => {
      if (step >= 0.01 && step < long / 10) return short;
      if (step >= long / 10 && step < astronomic) return (value) => compact.format(value);
      if (step >= minute && step < 1) return inDecimals(Math.ceil(-Math.log10(step)));
      return (value) => (value === 0 ? short(0) : scientific.format(value));
    },
  };
}
