/** Text that a form put there, or that stands for text to come. */

/** Whether the text is, or still holds, a form's own prompt: "[insert the cause]", "<your name>", "Lorem ipsum". */
export function isPrompt(text: string): boolean {
  const line = text.trim();
  return wholeInBrackets.test(line) || promptInBrackets.test(line) || /\blorem ipsum\b/i.test(line);
}

/** Whether the text only stands for text to come: "TBD", "N/A", "xxx", "…". */
export function isFiller(text: string): boolean {
  if (text.length > longestFiller) return false;
  const line = text
    .trim()
    .toLowerCase()
    .replace(/[\s./_-]+/gu, "");
  return line === "" || fillers.has(line) || /^(?:[?…]+|x{2,})$/u.test(line);
}

/** One pair of brackets around everything, as forms have them; a Markdown link goes on after it. */
const wholeInBrackets = /^(?:\[[^[\]]*\p{L}[^[\]]*\]|<[^<>/]*\p{L}[^<>/]*>|\{\{[^{}]+\}\})$/u;
/** An order inside brackets, at the start of what they hold. */
const promptInBrackets =
  /\[\s*(?:insert|write|describe|enter|type|add your|your|fill in|list|what did|inserte|inserta|escriba|escribe|describa|describe|indique|indica|complete|rellene|su|tu)\b[^[\]]*\](?!\()/iu;

/** Letters; spares long texts the comparison. */
const longestFiller = 40;

const fillers: ReadonlySet<string> = new Set(
  "tbd tbc tba na tofollow tobedone tobedefined wip placeholder pendiente porhacer pordefinir porcompletar sindefinir nd aconfirmar".split(
    " ",
  ),
);
