import { createBlocks, type SentBlock } from "./blocks/create.ts";
import type { Json, PageRecord } from "./records.ts";
import { touch, type Store } from "./store.ts";

/** Template pages and what waits to be filled, by workspace. */
interface Pending {
  readonly page: PageRecord;
  readonly template: string | null;
  readonly by: string;
}

const waiting = new WeakMap<Store, Pending[]>();

/** Notes that a page is to be filled; the first answer still shows it blank, as the service's does. */
export function fillFromTemplate(
  store: Store,
  page: PageRecord,
  template: Json | undefined,
  by: string,
): void {
  if (template === undefined || template["type"] === "none") return;
  const id = template["type"] === "template_id" ? String(template["template_id"]) : null;
  waiting.set(store, [...(waiting.get(store) ?? []), { page, template: id, by }]);
}

/** Carries out what waits; the stand-in calls it after an answer has gone. */
export function applyTemplates(store: Store): void {
  const pending = waiting.get(store) ?? [];
  waiting.delete(store);
  for (const { page, template, by } of pending) {
    const source = template === null ? undefined : store.nodes.get(template);
    const blocks: readonly SentBlock[] =
      source?.kind === "page" ? copies(store, source) : [{ type: "paragraph", paragraph: { rich_text: [] } }];
    createBlocks(store, { parent: page, blocks, by });
    touch(store, page, by);
  }
}

function copies(store: Store, page: PageRecord): SentBlock[] {
  return page.children.flatMap((id) => {
    const block = store.nodes.get(id);
    return block?.kind === "block" && !block.inTrash
      ? [{ type: block.type, [block.type]: block.content }]
      : [];
  });
}
