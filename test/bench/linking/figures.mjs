/**
 * Shares from 0 to 1 over items that were judged: `right` (the goal's letter; null for none), `ranked` (all goals,
 * the best first, whether or not anything is shown) and `shown` (what people would see; empty for silence).
 */
export function figuresOf(judged) {
  const having = judged.filter((one) => one.right !== null);
  const spoke = judged.filter((one) => one.shown.length > 0);
  const wrong = spoke.filter((one) => one.shown[0] !== one.right);
  return {
    top1: share(having, (one) => one.ranked[0] === one.right),
    top3: share(having, (one) => one.ranked.slice(0, 3).includes(one.right)),
    spoke: spoke.length / judged.length,
    rightWhenItSpoke: spoke.length === 0 ? null : 1 - wrong.length / spoke.length,
    wrong: wrong.length / judged.length,
  };
}

/**
 * The goals' letters by their scores. Where several are equal, such as when nothing is known of any, `turn` decides,
 * so that the order in which goals were written down wins nothing.
 */
export function rankedBy(scores, letters, turn) {
  const place = (index) => (index + turn) % letters.length;
  return letters
    .map((letter, index) => ({ letter, index }))
    .sort((a, b) => scores[b.index] - scores[a.index] || place(a.index) - place(b.index))
    .map(({ letter }) => letter);
}

export const heading = `${"".padEnd(30)} top-1  top-3  spoke  right when it spoke  wrong first shown`;

export function line(name, { top1, top3, spoke, rightWhenItSpoke, wrong }) {
  const cells = [
    [top1, 6],
    [top3, 6],
    [spoke, 6],
    [rightWhenItSpoke, 20],
    [wrong, 18],
  ];
  return name.padEnd(29) + cells.map(([value, width]) => shown(value).padStart(width)).join(" ");
}

function shown(value) {
  return value === null ? "–" : value.toFixed(2);
}

function share(judged, isTrue) {
  return judged.filter(isTrue).length / Math.max(1, judged.length);
}
