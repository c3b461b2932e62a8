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
