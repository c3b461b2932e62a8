const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Scripts and marks that terminals draw two columns wide (Unicode Standard Annex 11, "East Asian Width"). */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]|\uFE0F/u;

/** Printable ASCII, most of what there is; taking text apart into graphemes is slow. */
const oneEach = /^[ -~]*$/;

/** What switches colours and weights on and off. */
// oxlint-disable-next-line no-control-regex -- the codes begin with one
const styles = /\u001B\[[\d;]*m/g;

/** Columns a text takes in a terminal; colours take none. */
export function displayWidth(text: string): number {
  const plain = text.replaceAll(styles, "");
  if (oneEach.test(plain)) return plain.length;
  let columns = 0;
  for (const { segment } of graphemes.segment(plain)) columns += wide.test(segment) ? 2 : 1;
  return columns;
}

export function padTo(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - displayWidth(text)));
}

/** Lines of at most `columns`, broken between words; a longer word has a line of its own. */
export function wrapTo(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    let width = 0;
    for (const word of paragraph.split(" ")) {
      const added = displayWidth(word);
      if (line === "") {
        line = word;
        width = added;
      } else if (width + 1 + added > columns) {
        lines.push(line);
        line = word;
        width = added;
      } else {
        line = `${line} ${word}`;
        width += 1 + added;
      }
    }
    lines.push(line);
  }
  return lines;
}

/** The narrowest and the widest a line of sentences is made: below, words stand alone; above, the eye loses the line. */
const [narrowest, widest] = [40, 110];

/** The width for reading in a terminal of so many columns. */
export function readingWidth(columns: number): number {
  return Math.min(Math.max(columns, narrowest), widest);
}

/**
 * Lines that are too long for a terminal, broken between words; what follows stands two columns further in than the
 * line's beginning. Addresses stay whole, so that they can be clicked.
 * @param columns of the terminal; null leaves the text as it is
 */
export function fitLines(text: string, columns: number | null): string {
  if (columns === null) return text;
  const width = readingWidth(columns);
  return text
    .split("\n")
    .map((line) => {
      if (displayWidth(line) <= width) return line;
      const [indent = ""] = /^ */.exec(line) ?? [];
      const further = `${indent}  `;
      const [first = "", ...rest] = wrapTo(line.slice(indent.length), width - further.length);
      return [`${indent}${first}`, ...rest.map((part) => further + part)].join("\n");
    })
    .join("\n");
}
