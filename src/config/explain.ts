import type { z } from "zod";

import { closestTo, didYouMean } from "../lib/did-you-mean.ts";
import type { SchemaGuide } from "./known-keys.ts";
import { schemaGuide, valueAt } from "./known-keys.ts";
import type { Path, Problem } from "./problem.ts";
import { anyOf, showFound } from "./problem.ts";

type Issue = z.core.$ZodIssue;

/** Keys that belong to the format and that this version does nothing with. Better refused than passed over in silence. */
const notYet: Readonly<Record<string, string>> = {
  writeBack:
    "this version writes nothing on the items themselves, so the key would do nothing; take it out (reports are written as before)",
};

/** So long a list of keys helps nobody who has already been told the one they meant. */
const shortList = 15;

const expectedWords: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "a group of keys",
  record: "a group of keys",
  array: "a list",
  tuple: "a list",
};

/** Every issue in a person's words: what was found, what is accepted, what was probably meant. */
export function explainIssues(issues: readonly Issue[], value: unknown): readonly Problem[] {
  const guide = schemaGuide(value);
  return issues.flatMap((issue) => explain(issue, [], value, guide));
}

function explain(issue: Issue, base: Path, value: unknown, guide: SchemaGuide): readonly Problem[] {
  const path: Path = [...base, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
  const found = path.reduce<unknown>(valueAt, value);
  const problem = (text: string): readonly Problem[] => [{ path, at: "value", text }];

  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknownKey([...path, key], found, guide));
  }
  if (issue.code === "invalid_key") {
    return [{ path, at: "key", text: `the name ${issue.issues[0]?.message ?? issue.message}` }];
  }
  if (found === undefined && issue.code !== "custom") {
    const options = issue.code === "invalid_union" ? acceptedBy(issue).values : [];
    if (options.length > 0) return problem(`is missing; accepted: ${anyOf(options)}`);
    const wanted = guide.describe(path);
    return problem(
      wanted === null ? "is missing" : `is missing; what belongs here: ${uncapitalised(wanted)}`,
    );
  }
  switch (issue.code) {
    case "invalid_union": {
      const branch = fittingBranch(issue.errors);
      if (branch !== null) return branch.flatMap((inner) => explain(inner, path, value, guide));
      return problem(foundButAccepted(found, acceptedBy(issue)));
    }
    case "invalid_value":
    case "invalid_type":
      return problem(foundButAccepted(found, acceptedBy(issue)));
    case "too_small":
      return problem(
        issue.origin === "string" || issue.origin === "array"
          ? "is empty; fill it in or take it out"
          : `found ${showFound(found)}; must be at least ${issue.minimum}`,
      );
    case "too_big":
      return problem(
        issue.origin === "array"
          ? `has too many entries; at most ${issue.maximum}`
          : `found ${showFound(found)}; must be at most ${issue.maximum}`,
      );
    default: {
      const zone = path.join(".") === "timezone" && typeof found === "string" ? found : "";
      return problem(
        `found ${showFound(found)}; ${issue.message}.${didYouMean(zone, Intl.supportedValuesOf("timeZone"))}`,
      );
    }
  }
}

function unknownKey(path: Path, group: unknown, guide: SchemaGuide): Problem {
  const key = String(path.at(-1));
  const known = guide.knownKeys(path.slice(0, -1));
  const later = path.length === 1 && Object.hasOwn(notYet, key) ? notYet[key] : undefined;
  if (later !== undefined) return { path, at: "key", text: later };

  const present = new Set(Object.keys(group ?? {}));
  const missing = known.filter((name) => !present.has(name));
  const meant = didYouMean(key, missing);
  const isRule = path.at(-2) === "rules" && path.length === 2;
  const what = isRule ? "unknown rule" : "unknown key";
  if (known.length === 0) return { path, at: "key", text: `${what}; nothing may stand here` };
  const list =
    meant !== "" && known.length > shortList
      ? `${isRule ? "sothat rules" : "docs/config.md"} lists the ${known.length} that are known here`
      : `known here: ${known.join(", ")}`;
  return { path, at: "key", text: `${what}; ${list}.${meant}` };
}

/** The branch that the person was writing: the one whose outer shape fits. null when none does. */
function fittingBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const fitting = branches.filter((issues) => !issues.some(isOuterMismatch));
  return fitting.sort((a, b) => a.length - b.length)[0] ?? null;
}

function isOuterMismatch(issue: Issue): boolean {
  return (
    issue.path.length === 0 &&
    (issue.code === "invalid_type" || issue.code === "invalid_value" || issue.code === "invalid_union")
  );
}

interface Accepted {
  /** Written out in the message. */
  readonly words: readonly string[];
  /** Literal values, among which the one that was meant is sought. */
  readonly values: readonly string[];
}

function acceptedBy(issue: Issue): Accepted {
  switch (issue.code) {
    case "invalid_type":
      return { words: [expectedWords[issue.expected] ?? issue.expected], values: [] };
    case "invalid_value": {
      const values = issue.values.map(String);
      return { words: values, values };
    }
    case "invalid_union": {
      const options = "options" in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
      const inner = issue.errors.flat().filter(isOuterMismatch).map(acceptedBy);
      return {
        words: [...new Set([...options, ...inner.flatMap(({ words }) => words)])],
        values: [...options, ...inner.flatMap(({ values }) => values)],
      };
    }
    default:
      return { words: [issue.message], values: [] };
  }
}

function foundButAccepted(found: unknown, { words, values }: Accepted): string {
  const closest = typeof found === "string" ? closestTo(found, values) : null;
  const meant = closest === null ? "" : ` Did you mean "${closest}"?`;
  const quotes =
    words.includes("text") && (typeof found === "number" || typeof found === "boolean")
      ? ` If it is a name, put it in quotes: "${found}".`
      : "";
  // So long a list can only be that of the rules.
  const accepted = words.length > shortList ? "all, or a rule's id; sothat rules lists them" : anyOf(words);
  return `found ${showFound(found)}; accepted: ${accepted}.${meant}${quotes}`;
}

/** "A column's name" → "a column's name", while "IANA zone" stays. */
function uncapitalised(sentence: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence;
}
