import { stemmer as arabic } from "@orama/stemmers/arabic";
import { stemmer as dutch } from "@orama/stemmers/dutch";
import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as italian } from "@orama/stemmers/italian";
import { stemmer as portuguese } from "@orama/stemmers/portuguese";
import { stemmer as russian } from "@orama/stemmers/russian";
import { stemmer as spanish } from "@orama/stemmers/spanish";

/** The words of a text: what they are compared by (the stem), and as they were written the first time. */
export type Words = ReadonlyMap<string, string>;

type Stemmer = (word: string) => string;

/** For words in Latin letters, by the language of the workspace. */
const latin: Readonly<Record<string, Stemmer>> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
  pt: portuguese,
};

/** Words that only hold an English sentence together: they say what language it is, not what it is about. */
const englishGlue = new Set(
  (
    "a about after all also an and any are as at be because been before being but by can could did do does for from " +
    "get gets had has have he her his how i if in into is it its let make more most no not of off on once one or our " +
    "out over own she should so some such than that the their them then there these they this those to too under up " +
    "us was we were what when where which while who whose why will with without would you your"
  ).split(" "),
);

/**
 * Splits texts of any script into words and cuts endings off, so that "leaking" meets "leaks".
 * @param language BCP 47 tag of the workspace, such as "en-US"; Latin words in a language without rules stay whole.
 */
export function wordReader(language: string): (text: string) => Words {
  const segmenter = segmenterFor(language);
  const stemLatin = latin[language.split("-")[0]?.toLowerCase() ?? ""];
  const stems = new Map<string, string>();
  const stem = (word: string): string => {
    let known = stems.get(word);
    if (known === undefined) {
      known = stemOf(word, stemLatin);
      stems.set(word, known);
    }
    return known;
  };
  return (text) => {
    const words = new Map<string, string>();
    for (const { segment, isWordLike } of segmenter.segment(text.normalize("NFKC"))) {
      if (isWordLike !== true) continue;
      const word = segment.toLowerCase();
      if (!says(word)) continue;
      const key = stem(word);
      if (!words.has(key)) words.set(key, word);
    }
    return words;
  };
}

/** Words that hardly any other language writes the same; "in", "was", "no" and "so" are left out for that reason. */
const englishOnly = new Set(
  (
    "and are because been before being could does every first from have how if it its more most not once our out " +
    "should than that the their them then there these they this those what when where which while who whose why " +
    "with without would you your"
  ).split(" "),
);

/**
 * Whether a text reads as English: nearly all letters are Latin, and some of its words are English only.
 * Null for what does not tell: a few Latin words, or many small ones that other languages may have too.
 */
export function readsAsEnglish(text: string): boolean | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0 || (text.match(/[a-z]/gi)?.length ?? 0) < 0.9 * letters) return false;
  const words = text.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  if (words.some((word) => englishOnly.has(word))) return true;
  const glue = words.filter((word) => englishGlue.has(word)).length;
  return words.length < 8 || glue >= 0.2 * words.length ? null : false;
}

/** Single letters and lone digits say nothing, but one ideograph may be a word; glue is left out. */
function says(word: string): boolean {
  if (englishGlue.has(word)) return false;
  return word.length > 1 || /[\p{scx=Han}\p{scx=Hang}]/u.test(word);
}

function stemOf(word: string, stemLatin: Stemmer | undefined): string {
  if (/\p{N}/u.test(word)) return word;
  if (/^\p{Script=Latin}+$/u.test(word)) return stemLatin?.(word) ?? word;
  if (/^\p{Script=Cyrillic}+$/u.test(word)) return russian(word);
  if (/^[\p{Script=Arabic}\p{M}]+$/u.test(word)) return arabic(word.replace(/\p{M}/gu, ""));
  return word;
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "word" });
  } catch {
    return new Intl.Segmenter("en", { granularity: "word" });
  }
}
