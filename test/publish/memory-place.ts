import type {
  Change,
  ComposedReport,
  FoundReport,
  Piece,
  PresentPiece,
  PresentReport,
  ReportDraft,
  ReportPlace,
} from "../../src/adapters/types.ts";
import { ServiceRefusedError, WriteInDoubtError } from "../../src/errors.ts";

/** A block of the service: who wrote it, and whether somebody else changed it since. */
export interface Block {
  readonly id: string;
  type: string;
  content: string;
  readonly ours: boolean;
  edited: boolean;
  children: Block[];
}

interface Stored {
  readonly id: string;
  readonly key: string;
  fields: Record<string, string>;
  blocks: Block[];
  version: number;
}

/** What happens to a write request: nothing or everything is done, and the answer is lost or a refusal. */
export type Fault = "lost-before" | "lost-after" | "refused";

interface PlaceOptions {
  /** By the write request's number, from 1. */
  readonly faults?: ReadonlyMap<number, Fault>;
  /** Called before and after every request, with its number from 1: the place to abort, wait or look. */
  readonly around?: (moment: "before" | "after", request: number) => Promise<void> | void;
  /** Most pieces that one write request may carry. */
  readonly batch?: number;
  /** Whether the service tells versions. */
  readonly versions?: boolean;
}

export interface MemoryService {
  /** What is there, for tests to look at. */
  reports(): readonly PresentReport[];
  /** Puts a report there as the job would have left it. */
  seed(report: ComposedReport): string;
  /** Lets a person do something to the `index`-th report's blocks. */
  person(
    index: number,
    act: (blocks: Block[], write: (type: string, content: string) => Block) => void,
  ): void;
  place(wanted: ComposedReport, options?: PlaceOptions): MemoryPlace;
}

interface MemoryPlace extends ReportPlace {
  /** Requests so far. */
  readonly sent: { reads: number; bodies: number; writes: number };
}

/** A block service in memory: ids, insert-after, update, delete, no idempotency keys, many writers. */
export function createMemoryService(): MemoryService {
  const reports: Stored[] = [];
  let ids = 0;
  const newId = (): string => `b${(ids += 1)}`;
  const toBlock = (piece: Piece): Block => ({
    id: newId(),
    type: piece.type,
    content: piece.content,
    ours: true,
    edited: false,
    children: piece.children.map(toBlock),
  });
  const present = (stored: Stored): PresentReport => ({
    id: stored.id,
    url: `https://service.example/${stored.id}`,
    version: String(stored.version),
    fields: { ...stored.fields },
    pieces: structuredClone(stored.blocks) as PresentPiece[],
  });
  const store = (report: ComposedReport): Stored => {
    const fields = Object.fromEntries(report.fields.map((field) => [field.name, field.content]));
    const stored: Stored = {
      id: `r${reports.length + 1}-${newId()}`,
      key: report.key,
      fields,
      blocks: [],
      version: 1,
    };
    reports.push(stored);
    return stored;
  };
  const stored = (id: string): Stored => {
    const found = reports.find((report) => report.id === id);
    if (!found) throw new ServiceRefusedError(`There is no report ${id}.`);
    return found;
  };

  const place = (wanted: ComposedReport, options: PlaceOptions): MemoryPlace => {
    const sent = { reads: 0, bodies: 0, writes: 0 };
    const batch = options.batch ?? Number.POSITIVE_INFINITY;
    const request = async <T>(act: () => T): Promise<T> => {
      const number = sent.reads + sent.writes;
      await options.around?.("before", number);
      const result = act();
      await options.around?.("after", number);
      return result;
    };
    const read = async <T>(act: () => T): Promise<T> => {
      sent.reads += 1;
      return request(act);
    };
    const write = async <T>(act: () => T): Promise<T> => {
      sent.writes += 1;
      const fault = options.faults?.get(sent.writes);
      return request(() => {
        if (fault === "refused") throw new ServiceRefusedError("The service said no.");
        const result = fault === "lost-before" ? null : act();
        if (fault || result === null) throw new WriteInDoubtError("The answer was lost.");
        return result;
      });
    };
    const versioned = (report: Stored): FoundReport => ({
      id: report.id,
      url: `https://service.example/${report.id}`,
      version: options.versions === false ? null : String(report.version),
    });
    const insert = async (reportId: string, change: Extract<Change, { do: "insert" }>): Promise<void> => {
      let after = change.after;
      for (let from = 0; from < change.pieces.length; from += batch) {
        const pieces = change.pieces.slice(from, from + batch);
        const anchor = after;
        after =
          (await write(() => {
            const report = stored(reportId);
            const siblings = change.parent === null ? report.blocks : blockIn(report, change.parent).children;
            const at = anchor === null ? 0 : siblings.findIndex((block) => block.id === anchor) + 1;
            if (anchor !== null && at === 0)
              throw new ServiceRefusedError(`There is no block ${anchor} to insert after.`);
            const blocks = pieces.map(toBlock);
            siblings.splice(at, 0, ...blocks);
            report.version += 1;
            return blocks.at(-1)?.id ?? anchor;
          })) ?? null;
      }
    };

    return {
      name: "memory",
      sent,
      compose: () => wanted,
      find: () => read(() => reports.filter((report) => report.key === wanted.key).map(versioned)),
      read: async (found) => {
        sent.bodies += 1;
        return read(() => present(stored(found.id)));
      },
      create: async (report) => {
        const made = await write(() => {
          const made = store(report);
          made.blocks = report.pieces.slice(0, batch).map(toBlock);
          return made;
        });
        const rest = report.pieces.slice(batch);
        const last = made.blocks.at(-1)?.id ?? null;
        if (rest.length > 0) await insert(made.id, { do: "insert", parent: null, after: last, pieces: rest });
        return versioned(made);
      },
      change: async (found, change) => {
        if (change.do === "insert") return insert(found.id, change);
        await write(() => {
          const report = stored(found.id);
          if (change.do === "set-fields")
            for (const field of change.fields) report.fields[field.name] = field.content;
          else if (change.do === "update") updateBlock(blockIn(report, change.id), change.piece);
          else removeBlock(report, change.id);
          report.version += 1;
          return "done";
        });
      },
      discard: async (found) => {
        await write(() => {
          const report = stored(found.id);
          if (!report.blocks.every(mayGo)) throw new Error("discarded a report that a person wrote in");
          reports.splice(reports.indexOf(report), 1);
          return "done";
        });
      },
    };
  };

  return {
    reports: () => reports.map(present),
    seed: (report) => {
      const made = store(report);
      made.blocks = report.pieces.map(toBlock);
      return made.id;
    },
    person: (index, act) => {
      const report = reports[index];
      if (!report) throw new Error(`there is no report number ${index}`);
      act(report.blocks, (type, content) => ({
        id: newId(),
        type,
        content,
        ours: false,
        edited: false,
        children: [],
      }));
      report.version += 1;
    },
    place: (wanted, options = {}) => place(wanted, options),
  };
}

export const aDraft: ReportDraft = {
  key: "team/meeting/2026-W47",
  title: "Planning meeting",
  locale: "en",
  period: { label: "week 47", start: "2026-11-16", end: "2026-11-22" },
  counts: {},
  document: { type: "root", children: [] },
  markdown: "",
  illustrated: null,
  html: null,
};

function blockIn(report: Stored, id: string): Block {
  const found = allBlocks(report.blocks).find((block) => block.id === id);
  if (!found) throw new ServiceRefusedError(`There is no block ${id}.`);
  return found;
}

export function allBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => [block, ...allBlocks(block.children)]);
}

// The guards throw plain errors: a job that does this is broken, whatever the service would have said.
function updateBlock(block: Block, piece: Piece): void {
  if (!block.ours || block.edited) throw new Error(`changed a person's block “${block.content}”`);
  if (block.type !== piece.type) throw new Error(`changed the type of “${block.content}”`);
  block.content = piece.content;
}

function removeBlock(report: Stored, id: string): void {
  const block = blockIn(report, id);
  if (!mayGo(block)) throw new Error(`removed a person's block with “${block.content}”`);
  const drop = (siblings: Block[]): Block[] => {
    const left = siblings.filter((other) => other !== block);
    for (const other of left) other.children = drop(other.children);
    return left;
  };
  report.blocks = drop(report.blocks);
}

function mayGo(block: Block): boolean {
  return block.ours && !block.edited && block.children.every(mayGo);
}
