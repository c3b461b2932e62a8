import { derivedInsightId } from "../domain/derived.ts";
import type { Insight, LearningItem, Outcome, Review, UnresolvedLink } from "../domain/types.ts";
import { readBody, type BodySections } from "./body.ts";
import { entityOf, type Reading } from "./entities.ts";
import type { BodyField } from "./headings.ts";
import { readInsights } from "./insights.ts";
import { readLinks, type LinkTo } from "./links.ts";
import { fold } from "./normalise.ts";
import type { Registered } from "./register.ts";
import { noStatement, readStatement } from "./statement.ts";
import { note, type Place } from "./types.ts";
import { closedStatuses, outcomeValues, ownList, whenValues } from "./value-lists.ts";
import { readDays, readFlag, readPeople, readText, readWord } from "./values.ts";

type LearningRow = Extract<Registered, { role: "learning" }>;

/** The row as a learning item, and the insights that a review holds as plain lines. */
export function toLearning(registered: LearningRow, reading: Reading): readonly LearningItem[] {
  const { index, conventions } = reading;
  const { place } = registered;
  const body = bodyOf(place);
  const unresolved: UnresolvedLink[] = [];
  const text = (field: string): string | null => readText(place, field, index);
  const written = (field: BodyField): string | null => text(field) ?? body?.texts.get(field) ?? null;
  const day = (field: string): string | null => readDays(place, field, conventions)?.start ?? null;
  const links = (field: string, to: LinkTo): readonly string[] => {
    const read = readLinks(place, index, field, to);
    unresolved.push(...read.unresolved);
    return read.ids;
  };
  const entity = entityOf(registered);
  const status = text("status");
  const common = {
    text: text("text"),
    goalIds: links("goal", "goal"),
    parentIds: links("parent", "item"),
    eventIds: links("event", "event"),
    owners: readPeople(place, "owner", index),
    participants: readPeople(place, "participants", index),
    status,
    closed: isClosed(registered, status),
    date: day("date") ?? (entity.createdAt === null ? null : conventions.dayOf(entity.createdAt)),
    requestedBy: text("requestedBy"),
    waiver: text("waiver"),
    unresolved,
    ...entity,
  };

  switch (registered.kind) {
    case "question":
      return [{ kind: "question", standing: readFlag(place, "standing"), ...common }];
    case "hypothesis": {
      const isMapped = parts.every((part) => place.row.cells[part] !== undefined);
      const sentence = isMapped ? noStatement : readStatement(common.text ?? common.title);
      return [
        {
          kind: "hypothesis",
          questionIds: links("question", "question"),
          if: written("if") ?? unmapped(place, "if", sentence.if),
          then: written("then") ?? unmapped(place, "then", sentence.then),
          soThat: written("soThat") ?? unmapped(place, "soThat", sentence.soThat),
          measure: text("measure") ?? body?.texts.get("measures") ?? null,
          outcome: readOutcome(registered, reading),
          reviewBy: day("reviewBy"),
          refinedFromIds: links("refinedFrom", "hypothesis"),
          ...common,
        },
      ];
    }
    case "review": {
      const insights = readInsights(place, index, body?.insights ?? []);
      unresolved.push(...insights.unresolved);
      const review: Review = {
        kind: "review",
        when: registered.when ?? readWhen(registered, reading),
        beforeIds: links("before", "review"),
        hypothesisIds: links("hypothesis", "hypothesis"),
        intended: written("intended"),
        measures: written("measures"),
        challenges: written("challenges"),
        priorLearning: written("priorLearning"),
        priorLearningIds: isLinked(place, "priorLearning") ? links("priorLearning", "item") : [],
        successFactors: written("successFactors"),
        actual: written("actual"),
        causes: written("causes"),
        sustain: written("sustain"),
        improve: written("improve"),
        next: written("next"),
        nextDate: day("nextDate"),
        insightIds: [
          ...insights.ids,
          ...insights.lines.map((_, line) => derivedInsightId(entity.id, line + 1)),
        ],
        ...common,
      };
      return [review, ...insights.lines.map((line, position) => derive(review, line, position + 1))];
    }
    case "insight":
      return [
        {
          kind: "insight",
          reviewIds: links("review", "review"),
          evidence: written("evidence"),
          appliedInIds: isLinked(place, "appliedIn") ? links("appliedIn", "itemOrEvent") : [],
          appliedIn: text("appliedIn"),
          ...common,
        },
      ];
    case "opportunity":
      return [
        {
          kind: "opportunity",
          hypothesisIds: links("hypothesis", "hypothesis"),
          next: written("next"),
          ...common,
        },
      ];
  }
}

/** A line of a review as an insight: what it says is its own, all else is the review's. */
function derive(review: Review, line: string, position: number): Insight {
  return {
    kind: "insight",
    id: derivedInsightId(review.id, position),
    title: line,
    url: review.url,
    connection: review.connection,
    table: review.table,
    createdAt: review.createdAt,
    text: null,
    goalIds: [],
    parentIds: [],
    eventIds: [],
    owners: review.owners,
    participants: review.participants,
    status: null,
    closed: review.closed,
    date: review.date,
    requestedBy: null,
    waiver: review.waiver,
    unresolved: [],
    reviewIds: [review.id],
    evidence: null,
    appliedInIds: [],
    appliedIn: null,
  };
}

function bodyOf(place: Place): BodySections | null {
  const body = place.table.bodies?.get(place.row.id);
  if (body === undefined) return null;
  if (body.unreadable > 0) {
    note(place, null, "partsUnread", { count: body.unreadable });
  }
  return readBody(body.document);
}

const parts = ["if", "then", "soThat"] as const;

/** What the sentence says counts only where no column is mapped: an empty column was left empty by a person. */
function unmapped(place: Place, field: (typeof parts)[number], part: string | null): string | null {
  return place.row.cells[field] === undefined ? part : null;
}

function isLinked(place: Place, field: string): boolean {
  return place.row.cells[field]?.kind === "links";
}

function isClosed({ config, place }: LearningRow, status: string | null): boolean {
  if (status === null) return false;
  const closed = ownList(config.closed) ?? closedStatuses;
  const cell = place.row.cells["status"];
  return (cell?.kind === "options" ? cell.names : [status]).some((word) => closed.has(fold(word)));
}

function readOutcome({ config, place }: LearningRow, { index }: Reading): Outcome {
  const own = config.outcomes;
  const lists: Record<Outcome, ReadonlySet<string>> = {
    held: ownList(own?.held) ?? outcomeValues.held,
    partly: ownList(own?.partly) ?? outcomeValues.partly,
    failed: ownList(own?.failed) ?? outcomeValues.failed,
    open: ownList(own?.open) ?? outcomeValues.open,
  };
  const word = readWord(place, "outcome", lists, index);
  if (word === null) return "open";
  if (word.meaning === null) note(place, "outcome", "noOutcome", { shown: word.shown });
  return word.meaning ?? "open";
}

function readWhen({ place }: LearningRow, { index }: Reading): Review["when"] {
  const word = readWord(place, "when", whenValues, index);
  if (word !== null && word.meaning === null) note(place, "when", "noWhen", { shown: word.shown });
  return word?.meaning ?? null;
}
