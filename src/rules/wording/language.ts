import { bitOf, type Lexicon } from "./lexicon.ts";
import { fold, type Token } from "./tokens.ts";
import { otherLanguages } from "./words/others.ts";
import { wordListNames } from "./words/types.ts";

/** Which of the other languages have a word, by their place in the list. */
const others = new Map<string, number[]>();
for (const [place, words] of [...otherLanguages.values()].entries())
  for (const word of new Set(words.map(fold))) others.set(word, [...(others.get(word) ?? []), place]);

/** Letters that neither English nor Spanish has, whatever its words look like. */
const foreignLetters = /[àèìòùâêîôûäöëïãõçåøæœßłśźżąęćńőűğışțăđ]/iu;

/** Lists whose words tell a language; the endings of `describing` fit words of many. */
const telling = bitOf(...wordListNames.filter((name) => name !== "function" && name !== "describing"));

/** Words that are known to be of the language weigh less than its short words, which are in every sentence. */
const contentWeight = 0.5;

/**
 * Which of the known languages a text is in, by its words alone; null when it is in another one or too short to
 * tell. Two languages that explain it equally well are no answer.
 */
export function languageOf(
  text: string,
  tokens: readonly Token[],
  lexicons: readonly Lexicon[],
): Lexicon | null {
  const foreign = foreignLetters.test(text) ? 1 : 0;
  const rivals = bestRival(tokens);
  let best: Lexicon | null = null;
  let bestScore = 0;
  let tied = false;
  for (const lexicon of lexicons) {
    const score = scoreOf(tokens, lexicon) + (lexicon.language === "es" && /[¿¡]/.test(text) ? 1 : 0);
    tied = score === bestScore;
    if (score <= bestScore) continue;
    best = lexicon;
    bestScore = score;
  }
  return best !== null && !tied && bestScore >= 1 && bestScore > rivals + foreign ? best : null;
}

/** How many words the other language has that has most of them. */
function bestRival(tokens: readonly Token[]): number {
  const counts = Array.from({ length: otherLanguages.size }, () => 0);
  for (const { word } of tokens)
    for (const place of others.get(word) ?? []) counts[place] = (counts[place] ?? 0) + 1;
  return Math.max(0, ...counts);
}

function scoreOf(tokens: readonly Token[], { maskOf }: Lexicon): number {
  let score = 0;
  for (const { word } of tokens) {
    const mask = maskOf(word);
    if ((mask & bitOf("function")) !== 0) score += 1;
    else if ((mask & telling) !== 0) score += contentWeight;
  }
  return score;
}
