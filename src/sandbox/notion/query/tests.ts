import { groupsOf, optionsOf } from "../properties/config.ts";
import { wordsOf } from "../properties/read.ts";
import type { Json, Property } from "../records.ts";
import { dashed } from "../validation/uuid.ts";

// One test for each kind of value. Negative conditions let empty values pass, as the service does.

/** The two empty tests; null when the condition is another one. */
export function testPresence(present: boolean, condition: Json): boolean | null {
  if (condition["is_empty"] === true) return !present;
  if (condition["is_not_empty"] === true) return present;
  return null;
}

/** Words are compared without regard to case. */
export function testText(value: unknown, condition: Json): boolean {
  const words = wordsOf(value).toLowerCase();
  const present = testPresence(words !== "", condition);
  if (present !== null) return present;
  const [[operator, wanted] = ["", ""]] = Object.entries(condition);
  const text = String(wanted).toLowerCase();
  switch (operator) {
    case "equals":
      return words === text;
    case "does_not_equal":
      return words !== text;
    case "contains":
      return words.includes(text);
    case "does_not_contain":
      return !words.includes(text);
    case "starts_with":
      return words.startsWith(text);
    default:
      return words.endsWith(text);
  }
}

export function testNumber(value: number | null, condition: Json): boolean {
  const present = testPresence(value !== null, condition);
  if (present !== null) return present;
  const [[operator, bound] = ["", 0]] = Object.entries(condition);
  if (operator === "does_not_equal") return value !== bound;
  if (value === null) return false;
  const number = Number(bound);
  switch (operator) {
    case "equals":
      return value === number;
    case "greater_than":
      return value > number;
    case "less_than":
      return value < number;
    case "greater_than_or_equal_to":
      return value >= number;
    default:
      return value <= number;
  }
}

/** Select and status; a status may also be asked for by its group's name. */
export function testChoice(property: Property, value: unknown, condition: Json): boolean {
  const option = value as { id: string; name: string } | null;
  const present = testPresence(option !== null, condition);
  if (present !== null) return present;
  const [[operator, wanted] = ["", ""]] = Object.entries(condition);
  const hit =
    option !== null && listOf(wanted).some((name) => name === option.name || inGroup(property, option, name));
  return operator === "equals" ? hit : !hit;
}

export function testChoices(value: unknown, condition: Json): boolean {
  const options = value as readonly { name: string }[];
  const present = testPresence(options.length > 0, condition);
  if (present !== null) return present;
  const [[operator, wanted] = ["", ""]] = Object.entries(condition);
  const hit = listOf(wanted).some((name) => options.some((option) => option.name === name));
  return operator === "contains" ? hit : !hit;
}

/** People and relations; "me" is nobody for a connection. */
export function testIds(value: readonly { id: string }[], condition: Json): boolean {
  const present = testPresence(value.length > 0, condition);
  if (present !== null) return present;
  const [[operator, wanted] = ["", ""]] = Object.entries(condition);
  const hit = value.some(({ id }) => id === dashed(String(wanted)));
  return operator === "contains" ? hit : !hit;
}

function inGroup(property: Property, option: { id: string }, name: string): boolean {
  const isOption = optionsOf(property).some((candidate) => candidate.name === name);
  return (
    !isOption &&
    groupsOf(property).some((group) => group.name === name && group.option_ids.includes(option.id))
  );
}

function listOf(wanted: unknown): readonly string[] {
  return Array.isArray(wanted) ? (wanted as readonly string[]) : [String(wanted)];
}
