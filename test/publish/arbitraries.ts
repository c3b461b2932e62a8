import * as fc from "fast-check";

import type { Piece } from "../../src/adapters/types.ts";
import { allBlocks, type Block, type MemoryService } from "./memory-place.ts";
import { piece, report } from "./builders.ts";

const subjects = ["Home visits", "Clinic hours", "Safe sleep", "Doula referrals"];
const endings = ["fell", "rose", "of 40", "this month"];

/** Few words and numbers, so that equal and similar lines are common: the hard case for an alignment. */
const text = fc
  .tuple(fc.constantFrom(...subjects), fc.integer({ min: 1, max: 4 }), fc.constantFrom(...endings))
  .map(([subject, number, ending]) => `${subject}: ${number} ${ending}`);

const leaf: fc.Arbitrary<Piece> = fc.oneof(
  { arbitrary: text.map((content) => piece("paragraph", content)), weight: 4 },
  { arbitrary: text.map((content) => piece("bullet", content)), weight: 3 },
  { arbitrary: fc.constantFrom(...subjects).map((content) => piece("heading_2", content)), weight: 2 },
  { arbitrary: fc.constant(piece("divider", "")), weight: 1 },
);

const container: fc.Arbitrary<Piece> = fc.oneof(
  fc.tuple(text, fc.array(leaf, { maxLength: 4 })).map(([content, below]) => piece("toggle", content, below)),
  fc.array(text, { minLength: 1, maxLength: 4 }).map((rows) =>
    piece(
      "table:3",
      "",
      rows.map((row) => piece("table_row", row)),
    ),
  ),
);

const pieces = fc.array(fc.oneof({ arbitrary: leaf, weight: 5 }, { arbitrary: container, weight: 1 }), {
  maxLength: 9,
});

/** A report as it was, and as it should be: most often the same with a few changes. */
export const twoReports = fc
  .tuple(pieces, pieces, fc.array(fc.tuple(fc.nat(), fc.nat(3), leaf), { maxLength: 4 }), fc.boolean())
  .map(([was, other, changes, unrelated]) => {
    if (unrelated) return { was: report(was, { Goals: "3" }), wanted: report(other, { Goals: "4" }) };
    let wanted = [...was];
    for (const [where, what, added] of changes) {
      const at = wanted.length === 0 ? 0 : where % wanted.length;
      const there = wanted[at];
      if (what === 0 || !there) wanted.splice(at, 0, added);
      else if (what === 1) wanted.splice(at, 1);
      else if (what === 2) wanted[at] = { ...there, content: there.content.replace(/\d/u, "9") };
      else wanted = [...wanted.slice(at), ...wanted.slice(0, at)];
    }
    return { was: report(was, { Goals: "3" }), wanted: report(wanted, { Goals: "3" }) };
  });

type Deed =
  | { readonly do: "rewrite" | "extend" | "retype" | "delete"; readonly where: number }
  | { readonly do: "write"; readonly where: number; readonly inside: boolean; readonly type: string };

const where = fc.nat({ max: 50 });

/** What people do to a page between two runs. */
export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constantFrom("rewrite", "extend", "retype", "delete"), where }),
    fc.record({
      do: fc.constant("write"),
      where,
      inside: fc.boolean(),
      type: fc.constantFrom("paragraph", "bullet", "heading_2"),
    }),
  ),
  { maxLength: 5 },
);

/** People write around ours, and change nothing of it. */
export const notesOnly = deeds.map((all) => all.filter((deed) => deed.do === "write" && !deed.inside));

export function letPeopleAct(service: MemoryService, all: readonly Deed[]): void {
  service.person(0, (blocks, write) => {
    for (const [number, deed] of all.entries()) {
      const there = allBlocks(blocks);
      const block = there[deed.where % Math.max(1, there.length)];
      const siblings = block ? siblingsOf(blocks, block) : blocks;
      const at = block ? siblings.indexOf(block) : -1;
      if (deed.do === "write") {
        const note = write(deed.type, `note ${number}`);
        if (deed.inside && block?.type === "toggle") block.children.push(note);
        else siblings.splice(at + 1, 0, note);
      } else if (block && deed.do === "delete") siblings.splice(at, 1);
      else if (block?.ours) edit(block, deed.do, number);
    }
  });
}

function edit(block: Block, how: Deed["do"], number: number): void {
  block.edited = true;
  if (how === "rewrite") block.content = `altogether other words ${number}`;
  else if (how === "extend") block.content += " (thanks, Ana)";
  else block.type = block.type === "paragraph" ? "to_do" : block.type;
}

function siblingsOf(blocks: Block[], block: Block): Block[] {
  if (blocks.includes(block)) return blocks;
  for (const other of blocks) {
    const found = allBlocks(other.children).includes(block) ? siblingsOf(other.children, block) : null;
    if (found) return found;
  }
  return blocks;
}
