import { hashOf } from "../../../lib/hash.ts";
import { type Language, languageOf } from "../../../lib/languages.ts";
import { cleanText, splitText } from "../../../lib/text.ts";
import type { ReportDraft } from "../../types.ts";
import { type Dialect, printParts } from "./dialect.ts";

/** Longest text of a cell, plain or rich (support.airtable.com, using rich text with Airtable). */
export const longestText = 100_000;
/** Room for the notice and the last line, and for the escapes that rich text adds to what it is given. */
const reserve: Readonly<Record<Dialect, number>> = { multilineText: 1000, richText: 5000 };

/** What this place says of its own in a report. */
interface Sayings {
  readonly cut: string;
  /** Before the digits of the last line; all languages have one, so that a text is known whichever it was written in. */
  readonly lead: string;
  readonly rest: string;
}

const sayings: Readonly<Record<Language, Sayings>> = {
  en: {
    cut: "The rest of the report is left out here: an Airtable cell holds 100,000 characters. The whole of it can be had as a file.",
    lead: "Written by sothat, text ",
    rest: "Edit anything above and this text stays as you leave it; empty it to have it written anew.",
  },
  es: {
    cut: "Aquí falta el resto del informe: una celda de Airtable admite 100 000 caracteres. El informe completo se puede obtener como archivo.",
    lead: "Escrito por sothat, texto ",
    rest: "Con cualquier cambio en lo de arriba, este texto queda como está; si se vacía, se escribe de nuevo.",
  },
};

/** The report as one cell's text, with the last line by which a later run sees whether a person has edited it. Pure. */
export function composeBody(draft: Pick<ReportDraft, "document" | "locale">, dialect: Dialect): string {
  const words = sayings[languageOf(draft.locale)];
  const parts = printParts(draft.document, dialect).map(cleanText);
  return seal(withinLimit(parts, longestText - reserve[dialect], words), dialect, words);
}

/** What a cell of a present report holds. */
export interface PresentBody {
  /** Two cells of a kind with equal content show the same. */
  readonly content: string;
  /** Not as this job left it. */
  readonly edited: boolean;
}

export function inspectBody(cell: string, dialect: Dialect): PresentBody {
  const content = canonical(cell, dialect);
  const last = lastLine.exec(cell.trimEnd());
  const edited = last === null || last[1] !== digest(canonical(cell.slice(0, last.index), dialect), 12);
  return { content, edited };
}

/**
 * A text as it can be compared after Airtable has had it. Plain text is kept as sent, its end perhaps excepted. Rich
 * text passes through a document of Airtable's own, so that only words and their order are sure: escapes, bullets,
 * indents and the marks of bold, italic and code are left out of account.
 */
export function canonical(text: string, dialect: Dialect): string {
  if (dialect === "multilineText") return text.replace(/\r\n?/g, "\n").trimEnd();
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/\\([!-/:-@[-`{-~])/g, "$1").replace(lineMarks, ""))
    .join(" ")
    .replace(/[*_~`]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

const lineMarks = /^(?:\s+|>|#{1,6}\s|[-*+]\s|\d+[.)]\s)+/;

const leads = Object.values(sayings).map(({ lead }) => lead);
const lastLine = new RegExp(`\\n\\s*(?:${leads.join("|")})([0-9a-f]{12})[0-9a-f]{8}\\.[^\\n]*$`);

/** The digits are of the words as Airtable keeps them, then of the text as it was sent. */
function seal(text: string, dialect: Dialect, { lead, rest }: Sayings): string {
  const digits = digest(canonical(text, dialect), 12) + digest(text, 8);
  return `${text}\n\n${lead}${digits}. ${rest}`;
}

function digest(text: string, length: number): string {
  return hashOf(text).slice(0, length);
}

/** Cut before a section where there is one, else before a part, else within the first part. */
function withinLimit(parts: readonly string[], room: number, { cut }: Sayings): string {
  const whole = parts.join("\n\n");
  if (whole.length <= room) return whole;
  let fitting = 0;
  for (let length = 0; fitting < parts.length; fitting += 1) {
    length += (parts[fitting]?.length ?? 0) + (fitting === 0 ? 0 : 2);
    if (length > room) break;
  }
  // The part that does not fit may itself begin a section.
  const section = parts.findLastIndex(
    (part, index) => index > 0 && index <= fitting && /^#{1,6} /.test(part),
  );
  const kept = parts.slice(0, section > 0 ? section : fitting);
  const text = kept.length > 0 ? kept.join("\n\n") : (splitText(parts[0] ?? "", room)[0] ?? "");
  return `${text}\n\n${cut}`;
}
