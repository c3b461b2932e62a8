// Sentences that read like nothing and behave like language: few words are very common, most are rare.
const glue =
  "the to of a and in that for is we it with on as our they be at this have from or by not will what how when more if than who were are was has had their there which one would all an".split(
    " ",
  );
const vocabularySize = 6000;
const syllables =
  "ba be bi bo cal cen cor da den dis el en far fi ga gen har hel in ja ka len lo ma mer mi na nor o pa per pla qui ra ren ri sa sen sho ta ten tor u va ver wa win ya".split(
    " ",
  );

/** @param random Gives numbers from 0 to 1. */
export function createWriter(random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const rareWords = Array.from({ length: vocabularySize }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join(""),
  );
  // The power keeps the first of the list common and the last rare, as Zipf found it.
  const word = () => (random() < 0.4 ? pick(glue) : rareWords[Math.floor(random() ** 3 * rareWords.length)]);
  const words = (least, most) =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, word).join(" ");
  return { pick, words, chance: (share) => random() < share };
}
