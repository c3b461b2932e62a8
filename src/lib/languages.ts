import { shortTitle, type Spoken } from "./speak.ts";

/** The languages that are spoken in code: by rules, by reading notes, by the reasons of a suggestion. */
export type Language = "en" | "es";

/** The language of a BCP 47 tag, as far as it is spoken; else English. */
export function languageOf(locale: string): Language {
  return new Intl.Locale(locale).language === "es" ? "es" : "en";
}

/** Values on their way into a sentence. */
export type Words = Readonly<Record<string, string | number | readonly string[]>>;

/** What is told apart from its words: plain values, and ones that a language has yet to put in words. */
export type Value = string | number | Spoken | readonly (string | Spoken)[];

/** Sentences of one language, by name. They are code because they turn with gender and number of what they tell. */
export type Sentences<Name extends string> = Readonly<Record<Name, (values: Words) => string>>;

/** What is to be said, before it is known in which language. */
export interface Told<Name extends string> {
  readonly message: Name;
  readonly values: Readonly<Record<string, Value>>;
}

/**
 * The same in words.
 * @param locale BCP 47 tag of the reader; its region decides how days are written.
 */
export function speakIn<Name extends string>(
  sentences: Readonly<Record<Language, Sentences<Name>>>,
  locale: string,
  { message, values }: Told<Name>,
): string {
  return sentences[languageOf(locale)][message](putInWords(values, locale));
}

/** The same values, with days, spans and lists of titles said in the language of a BCP 47 tag. */
export function putInWords(values: Readonly<Record<string, Value>>, locale: string): Words {
  const tongue = tongueOf(locale);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, wordsFor(value, tongue)] as const),
  );
}

function wordsFor(value: Value, tongue: Tongue): Words[string] {
  if (typeof value !== "object") return value;
  return "speak" in value
    ? say(value, tongue)
    : value.map((one) => (typeof one === "string" ? one : say(one, tongue)));
}

interface Tongue extends Grammar {
  readonly thisYear: Intl.DateTimeFormat;
  readonly anyYear: Intl.DateTimeFormat;
  readonly month: Intl.DateTimeFormat;
}

interface Grammar {
  readonly day: readonly [one: string, many: string];
  readonly weeks: string;
  readonly more: string;
  /** The word between the last two; Spanish says "e" before the sound of "i". */
  readonly and: (next: string) => string;
}

const grammars: Readonly<Record<Language, Grammar>> = {
  en: { day: ["day", "days"], weeks: "weeks", more: "more", and: () => "and" },
  es: {
    day: ["día", "días"],
    weeks: "semanas",
    more: "más",
    and: (next) => (/^[“¡¿]*h?[ií](?![aeouáéó])/iu.test(next) ? "e" : "y"),
  },
};

/** Made once: a large team has thousands of days to say. */
const tongues = new Map<string, Tongue>();

function tongueOf(locale: string): Tongue {
  const known = tongues.get(locale);
  if (known !== undefined) return known;
  const language = languageOf(locale);
  // A language that is not spoken is answered in English, and then its own way with days would stand out.
  const isSpoken = new Intl.Locale(locale).language === language;
  const tongue = { ...grammars[language], ...daysIn(isSpoken ? locale : language) };
  tongues.set(locale, tongue);
  return tongue;
}

function daysIn(locale: string): Omit<Tongue, keyof Grammar> {
  const form = { day: "numeric", month: "long", timeZone: "UTC" } as const;
  return {
    thisYear: new Intl.DateTimeFormat(locale, form),
    anyYear: new Intl.DateTimeFormat(locale, { ...form, year: "numeric" }),
    month: new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }),
  };
}

function say(value: Spoken, tongue: Tongue): string {
  switch (value.speak) {
    case "day":
      return dayIn(value.day, value.today, tongue);
    case "month":
      return tongue.month.format(atNoon(value.day));
    case "days":
      if (value.days >= 42) return `${Math.round(value.days / 7)} ${tongue.weeks}`;
      return `${value.days} ${tongue.day[value.days === 1 ? 0 : 1]}`;
    case "titles":
      return titlesIn(value.titles, value.most, tongue);
  }
}

function titlesIn(titles: readonly string[], most: number, { more, and }: Tongue): string {
  const named = titles.slice(0, most).map((title) => `“${shortTitle(title)}”`);
  const rest = titles.length - named.length;
  const last = rest > 0 ? `${rest} ${more}` : named.pop();
  return named.length === 0 ? (last ?? "") : `${named.join(", ")} ${and(last ?? "")} ${last}`;
}

function dayIn(day: string, today: string, { thisYear, anyYear }: Tongue): string {
  const format = day.slice(0, 4) === today.slice(0, 4) ? thisYear : anyYear;
  return format.format(atNoon(day));
}

function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
