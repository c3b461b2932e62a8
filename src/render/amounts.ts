export type FormatAmount = (value: number, unit: string | null) => string;

/** `exact` for what was measured, `about` for means. */
export interface AmountFormats {
  readonly exact: FormatAmount;
  readonly about: FormatAmount;
}

/**
 * Numbers as the locale writes them: "12.5%", "$1,200", "41 visits", "1 day". Measured ones have two decimals, and more
 * where two would turn them into a whole number that they are not: 99.996 is not 100, and 0.0007 is not 0. Means
 * have three digits.
 */
export function amountFormats(locale: string): AmountFormats {
  const formatted = numberFormats(locale);
  const spans = timeSpans(locale);
  const amount =
    (digitsOf: (value: number) => Digits): FormatAmount =>
    (value, unit) => {
      const number = Object.is(value, -0) ? 0 : value;
      const digits = digitsOf(number);
      if (unit === null || unit === "") return formatted(number, digits);
      if (unit === "%") return formatted(number, { ...digits, style: "unit", unit: "percent" });
      if (currencySigns.has(unit)) return withSign(formatted(number, asMoney(number, digits)), unit);
      const span = spans.get(unit.toLowerCase());
      return span === undefined
        ? `${formatted(number, digits)} ${unit}`
        : formatted(number, { ...digits, style: "unit", unit: span, unitDisplay: "long" });
    };
  return { exact: amount(exactDigits), about: amount(() => threeDigits) };
}

type Digits = Pick<
  Intl.NumberFormatOptions,
  "maximumFractionDigits" | "minimumFractionDigits" | "maximumSignificantDigits"
>;

const twoDecimals: Digits = { maximumFractionDigits: 2 };
const threeDigits: Digits = { maximumSignificantDigits: 3 };
/** Differences of decimal fractions are off by less than this, and nobody measures so finely in a unit of their choice. */
const mostDecimals = 6;

function exactDigits(value: number): Digits {
  if (isWhole(value, mostDecimals)) return twoDecimals;
  if (Math.abs(value) < 0.1) return threeDigits;
  let decimals = 2;
  while (isWhole(value, decimals)) decimals += 1;
  return { maximumFractionDigits: decimals };
}

function isWhole(value: number, decimals: number): boolean {
  return Number.isInteger(Number(value.toFixed(decimals)));
}

/** Cents are two digits or none. */
function asMoney(value: number, digits: Digits): Digits {
  const rounded = digits.maximumSignificantDigits !== undefined && Math.abs(value) >= 100;
  if (rounded || Math.abs(value) < 0.01 || isWhole(value, 2)) return digits;
  return { minimumFractionDigits: 2, maximumFractionDigits: 2 };
}

/** Making a format costs a thousand times as much as using one. */
function numberFormats(locale: string): (value: number, options: Intl.NumberFormatOptions) => string {
  const made = new Map<string, Intl.NumberFormat>();
  return (value, options) => {
    const key = JSON.stringify(options);
    const known = made.get(key) ?? new Intl.NumberFormat(locale, options);
    made.set(key, known);
    return known.format(value);
  };
}

const spanNames = ["minute", "hour", "day", "week", "month", "year"] as const;

/** What the locale calls a unit of time, once and often, so that a team's "days" is "1 day" where it is one. */
function timeSpans(locale: string): ReadonlyMap<string, (typeof spanNames)[number]> {
  return new Map(
    spanNames.flatMap((unit) => {
      const format = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" });
      const words = [1, 2].map(
        (count) => format.formatToParts(count).find(({ type }) => type === "unit")?.value,
      );
      return words.flatMap((word) => (word === undefined ? [] : [[word.toLowerCase(), unit] as const]));
    }),
  );
}

/** Short enough to stand beside every number of a table. */
export function isSymbol(unit: string): boolean {
  return unit === "%" || currencySigns.has(unit);
}

const currencySigns: ReadonlySet<string> = new Set(["$", "€", "£", "¥"]);

function withSign(number: string, sign: string): string {
  return number.startsWith("-") ? `-${sign}${number.slice(1)}` : `${sign}${number}`;
}
