/** A number as a person reads it: 12.5 with `percent` means 12.5 %. */
export interface ReadNumber {
  readonly value: number;
  readonly percent: boolean;
}

/**
 * Reads numbers typed as text: the locale's way first, then the ways that can mean one thing only.
 * @param locale BCP 47 tag.
 * @returns a function that answers null for text that is not one number ("3.5 per 1,000", "about 12").
 */
export function numberReader(locale: string): (text: string) => ReadNumber | null {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-1_234_567.8);
  const decimal = parts.find((part) => part.type === "decimal")?.value ?? ".";
  const group = parts.find((part) => part.type === "group")?.value ?? ",";
  const local = grouped(group.trim() === "" || /['’]/u.test(group) ? " " : group, decimal);

  return (text) => {
    const { digits, percent, negative } = undress(text);
    const written = local(digits) ?? plain(digits) ?? bothSeparators(digits);
    if (written === null) return null;
    const value = Number(written) * (negative ? -1 : 1);
    return Number.isFinite(value) ? { value: value === 0 ? 0 : value, percent } : null;
  };
}

/**
 * A fraction as percent: 0.07 → 7, and not 7.000000000000001, because only the decimal point moves.
 */
export function fractionToPercent(fraction: number): number {
  const [digits = "", exponent = "0"] = String(fraction).split("e");
  return Number(`${digits}e${Number(exponent) + 2}`);
}

/** Takes off what may stand around a number: sign, currency sign, percent sign. Thin spaces and apostrophes become spaces. */
function undress(text: string): { digits: string; percent: boolean; negative: boolean } {
  let digits = text
    .slice(0, 60)
    .normalize("NFKC")
    .replaceAll(/['’\s]/gu, " ")
    .replaceAll(/[−–]/gu, "-")
    .trim();
  if (text.length > 60) digits = "";
  const percent = digits.endsWith("%");
  if (percent) digits = digits.slice(0, -1).trim();
  const negative = /^\p{Sc}? ?-/u.test(digits);
  digits = digits.replace(/^[-+]? ?\p{Sc}? ?[-+]?/u, "").replace(/ ?\p{Sc}$/u, "");
  return { digits: digits.trim(), percent, negative };
}

/** `1 234 567,8` and the like: groups of three (or the Indian twos and three), then an optional decimal part. */
function grouped(group: string, decimal: string): (digits: string) => string | null {
  const [g, d] = [group, decimal].map((mark) => `[${mark.replaceAll(/[\\\]^-]/gu, "\\$&")}]`);
  const shape = new RegExp(
    `^(\\d+|\\d{1,3}(?:(?:${g}\\d{3})+|(?:${g}\\d{2})+${g}\\d{3}))(?:${d}(\\d+))?$`,
    "u",
  );
  const bare = new RegExp(`^${d}(\\d+)$`, "u");
  return (digits) => {
    const match = shape.exec(digits) ?? bareDecimal(bare.exec(digits));
    return match === null ? null : `${match[1]!.replaceAll(/\D/gu, "")}.${match[2] ?? "0"}`;
  };
}

/** ".5" as "0.5". */
function bareDecimal(match: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return match === null ? null : [match[0], "0", match[1]];
}

/** What programs write into exports, whatever the locale. */
function plain(digits: string): string | null {
  return /^\d+(?:\.\d+)?(?:e[-+]?\d{1,3})?$/iu.test(digits) ? digits : null;
}

/** With both separators there, the last one can only be the decimal point. */
function bothSeparators(digits: string): string | null {
  return (
    grouped(",", ".")(/,.*\./u.test(digits) ? digits : "") ??
    grouped(".", ",")(/\..*,/u.test(digits) ? digits : "")
  );
}
