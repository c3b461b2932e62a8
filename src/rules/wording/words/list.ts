/** The entries of a list that is written as text: parted by commas, on as many lines as it takes. */
export function list(text: string): readonly string[] {
  return text
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}
