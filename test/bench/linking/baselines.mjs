// What anybody would build first, so that the figures have something to stand beside. Both read titles only, and
// give one number a goal.

/** How many different words an item's title shares with the goal's. */
export function sharedWords(goals) {
  const words = goals.map((goal) => new Set(wordsOf(goal.title)));
  return (item) => {
    const own = [...new Set(wordsOf(item.title))];
    return words.map((goal) => own.filter((word) => goal.has(word)).length);
  };
}

/** BM25 with the usual k1 = 1.2 and b = 0.75, the goals' titles as the documents. */
export function bm25(goals) {
  const texts = goals.map((goal) => wordsOf(goal.title));
  const average = texts.reduce((sum, words) => sum + words.length, 0) / texts.length;
  const rarity = (word) => {
    const having = texts.filter((words) => words.includes(word)).length;
    return Math.log(1 + (texts.length - having + 0.5) / (having + 0.5));
  };
  return (item) => {
    const own = [...new Set(wordsOf(item.title))];
    return texts.map((words) => {
      const norm = 1.2 * (0.25 + (0.75 * words.length) / average);
      return own.reduce((sum, word) => {
        const times = words.filter((one) => one === word).length;
        return sum + (rarity(word) * times * 2.2) / (times + norm);
      }, 0);
    });
  };
}

function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
