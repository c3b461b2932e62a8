import { distance } from "fastest-levenshtein";

/** The candidate that a person most likely meant, or null when none is near. */
export function closestTo(word: string, candidates: Iterable<string>): string | null {
  const wanted = plain(word);
  if (wanted === "") return null;
  let best: { readonly candidate: string; readonly apart: number; readonly letters: number } | null = null;
  for (const candidate of candidates) {
    const here = plain(candidate);
    const letters = distance(wanted, here);
    const apart = isOneSlip(wanted, here) ? Math.min(1, letters) : letters;
    if (best === null || apart < best.apart || (apart === best.apart && letters < best.letters)) {
      best = { candidate, apart, letters };
    }
  }
  return best !== null && best.apart <= Math.max(1, Math.floor(wanted.length / 3)) ? best.candidate : null;
}

/**
 * ` Did you mean "goal"?`, or nothing; ready to be put behind a sentence.
 * @param before what stands in front of the candidate where it is written, such as `--`.
 */
export function didYouMean(word: string, candidates: Iterable<string>, before = ""): string {
  const closest = closestTo(word, candidates);
  return closest === null ? "" : ` Did you mean "${before}${closest}"?`;
}

/** A shared beginning ("token" for tokenEnv, "hypotheses" for hypothesis), or two letters that changed places. */
function isOneSlip(wanted: string, here: string): boolean {
  const begins =
    wanted.length >= 3 && (here.startsWith(wanted) || (here.length >= 3 && wanted.startsWith(here)));
  return begins || isSwapped(wanted, here);
}

/** Whether two neighbouring letters changed places: "titel" for title. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = Array.from({ length: a.length }, (_, index) => a[index]).findIndex(
    (letter, index) => letter !== b[index],
  );
  return at >= 0 && a.slice(0, at) + (a[at + 1] ?? "") + (a[at] ?? "") + a.slice(at + 2) === b;
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_-]+/g, "");
}
