import { cleanText } from "../lib/text.ts";
import type { Cell } from "./types.ts";

export const emptyCell: Cell = { kind: "empty" };

export function textCell(text: string): Cell {
  const clean = cleanText(text);
  return clean.trim() === "" ? emptyCell : { kind: "text", text: clean };
}

type Of<Kind extends Cell["kind"]> = Extract<Cell, { readonly kind: Kind }>;

/**
 * Several filled cells as one: lists of a kind are joined, one value seen many times is that value, anything else
 * becomes its text. A part that cannot be read makes the whole unreadable, so that no sum or list is quietly short.
 */
export function mergeCells(cells: readonly Cell[]): Cell {
  const [first] = cells;
  if (first === undefined) return emptyCell;
  const unreadable = cells.find((cell) => cell.kind === "unreadable");
  if (unreadable !== undefined) return unreadable;
  if (cells.length === 1 || cells.every((cell) => JSON.stringify(cell) === JSON.stringify(first)))
    return first;

  const links = allOf(cells, "links");
  if (links !== null) {
    const ids = [...new Set(links.flatMap((cell) => cell.ids))];
    return { kind: "links", ids, complete: links.every((cell) => cell.complete) };
  }
  const options = allOf(cells, "options");
  if (options !== null)
    return { kind: "options", names: [...new Set(options.flatMap((cell) => cell.names))] };
  const people = allOf(cells, "people");
  if (people !== null) {
    const byId = new Map(people.flatMap((cell) => cell.people).map((person) => [person.id, person]));
    return { kind: "people", people: [...byId.values()] };
  }
  return textCell(cells.map(textOf).join(", "));
}

function allOf<Kind extends Cell["kind"]>(cells: readonly Cell[], kind: Kind): readonly Of<Kind>[] | null {
  const found = cells.filter((cell): cell is Of<Kind> => cell.kind === kind);
  return found.length === cells.length ? found : null;
}

function textOf(cell: Cell): string {
  switch (cell.kind) {
    case "text":
      return cell.text;
    case "number":
      return String(cell.value);
    case "boolean":
      return cell.value ? "yes" : "no";
    case "date":
      return cell.end === null ? cell.start : `${cell.start} – ${cell.end}`;
    case "options":
      return cell.names.join(", ");
    case "people":
      return cell.people.map((person) => person.name ?? person.id).join(", ");
    case "links":
      return cell.ids.join(", ");
    default:
      return "";
  }
}
