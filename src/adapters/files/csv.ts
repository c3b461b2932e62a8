import { CsvError, parse } from "csv-parse/sync";

import { ServiceRefusedError } from "../../errors.ts";
import { cleanText } from "../../lib/text.ts";

export interface CsvFile {
  readonly header: readonly string[];
  /** Cells as text, one for every column of the header: missing ones are empty, surplus ones left out. */
  readonly records: readonly (readonly string[])[];
  readonly delimiter: Delimiter;
}

type Delimiter = "," | ";" | "\t";

/**
 * Reads a CSV file as programs write them: with or without a byte order mark, any line ends, quoted line breaks;
 * parted by commas, semicolons or tabs, as its first line says.
 * @throws ServiceRefusedError naming file and line when quotes do not match or there is no first line.
 */
export function readCsv(bytes: Uint8Array, file: string): CsvFile {
  const text = decode(bytes);
  const delimiter = delimiterOf(text);
  const [header, ...records] = recordsOf(text, delimiter, file);
  if (header === undefined)
    throw new ServiceRefusedError(`Files: ${file} is empty: its first line should name the columns.`, {
      hint: "Export the table again.",
    });
  return {
    header: header.map((name) => cleanText(name).trim()),
    records: records.map((record) => header.map((_, index) => record[index] ?? "")),
    delimiter,
  };
}

function recordsOf(text: string, delimiter: Delimiter, file: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = "lines" in error && typeof error.lines === "number" ? error.lines : 1;
    const what = problems[error.code] ?? "cannot be read as CSV";
    throw new ServiceRefusedError(`Files: ${file}:${line} ${what}.`, {
      hint: "Export the table again, or mend the line in a text editor: a cell with a quote in it stands between quotes, and its own quotes are doubled.",
      cause: error,
    });
  }
}

const problems: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "ends within a cell whose opening quote is never closed",
  CSV_INVALID_CLOSING_QUOTE: "has text right behind a closing quote",
  INVALID_OPENING_QUOTE: "has a quote in the middle of a cell that is not quoted",
};

/** UTF-16 by its byte order mark, else UTF-8, else the code page that spreadsheets on Windows still save in. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The mark that stands most often between the names of the first line; a comma when none does. */
function delimiterOf(text: string): Delimiter {
  const counts = { ",": 0, ";": 0, "\t": 0 };
  let quoted = false;
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === "\n" || letter === "\r")) break;
    else if (!quoted && (letter === "," || letter === ";" || letter === "\t")) counts[letter] += 1;
  }
  if (counts[";"] > counts[","] && counts[";"] >= counts["\t"]) return ";";
  return counts["\t"] > counts[","] ? "\t" : ",";
}
