/**
 * A sentence with values in it: say`The goal ${title} is over.` Lists are joined with commas; a value that is
 * not there leaves nothing, because words are no reason to stop.
 */
export function say(
  sentence: TemplateStringsArray,
  ...values: readonly (string | number | readonly string[] | undefined)[]
): string {
  return sentence.reduce((text, part, at) => `${text}${words(values[at - 1])}${part}`);
}

function words(value: string | number | readonly string[] | undefined): string {
  if (value === undefined) return "";
  return typeof value === "object" ? value.join(", ") : String(value);
}
