/** The attributes of a tag, `key="value"`. */
export function attributesOf(text: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
  );
}

/** The id at the end of a link to a page, database or block; null when there is none. */
export function idInUrl(url: string): string | null {
  const [, hex = ""] = /([0-9a-f]{32})(?:\?.*)?$/i.exec(url.replaceAll("-", "")) ?? [];
  return hex === "" ? null : hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** `gray_background` is `gray_bg` in Markdown. */
export function shortColour(colour: string): string {
  return colour.replace(/_background$/, "_bg");
}

export function longColour(colour: string): string {
  return colour.replace(/_bg$/, "_background");
}

/** One character reference of HTML. */
export const ENTITY = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos|nbsp);/i;

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

/** The usual character references of HTML as what they stand for. */
export function decodeEntities(text: string): string {
  return text.replaceAll(new RegExp(ENTITY.source.slice(1), "gi"), (whole) => {
    const name = whole.slice(1, -1).toLowerCase();
    const [, hex, decimal] = /^#(?:x([\da-f]+)|(\d+))$/.exec(name) ?? [];
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    if (NAMED[name] !== undefined) return NAMED[name];
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : "\ufffd";
  });
}
