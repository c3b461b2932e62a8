/** More different texts than a language has common words, and few enough to keep. */
const mostTexts = 20_000;

/**
 * Keeps the answers of a pure function, for texts that come again and again: days, status words, the words of a
 * language. Past `most` different texts it forgets them all and starts anew, so that memory stays bounded.
 */
export function rememberTexts<Answer>(
  answer: (text: string) => Answer,
  most = mostTexts,
): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const made = answer(text);
    known.set(text, made);
    return made;
  };
}

/** Keeps what was derived from an object as long as the object is there, so that several readers derive it once. */
export function rememberFor<Source extends object, Derived>(
  derive: (source: Source) => Derived,
): (source: Source) => Derived {
  const known = new WeakMap<Source, { readonly derived: Derived }>();
  return (source) => {
    const found = known.get(source);
    if (found !== undefined) return found.derived;
    const derived = derive(source);
    known.set(source, { derived });
    return derived;
  };
}
