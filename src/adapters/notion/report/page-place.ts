import { asRecord, asText, type LooseRecord } from "../../../lib/loose.ts";
import { cleanText } from "../../../lib/text.ts";
import type { ComposedReport, FoundReport, ReportPlace } from "../../types.ts";
import type { Asked, Notion } from "../client.ts";
import { appendBatches, batches, fitsOneRequest } from "./append.ts";
import { orNull } from "../locate.ts";
import { composeDocument, markerKey, markerPiece } from "./compose.ts";
import { changeBlocks, toCreated, toFound, trashPage } from "./found.ts";
import { withUploads } from "./pictures.ts";
import { blockText } from "./pieces.ts";
import { authorOf, listChildren, readPieces } from "./present.ts";
import { toRichText, blockfuls } from "./rich-text.ts";

export interface PagePlaceSettings {
  readonly notion: Notion;
  readonly subject: Asked;
  readonly parentId: string;
  readonly parentTitle: string;
  readonly botId: string;
}

/**
 * Reports as pages below a page. The title is written once: a person may rename a report, and the marker line at
 * its end still says which one it is.
 */
export function createPagePlace(settings: PagePlaceSettings): ReportPlace {
  const { notion, subject, parentId, parentTitle, botId } = settings;
  const reportSubject = (id: string): Asked => ({ what: "report", id });
  return {
    name: `page “${parentTitle}”`,
    compose: (draft) => ({
      key: cleanText(draft.key),
      title: cleanText(draft.title),
      fields: [],
      pieces: [...composeDocument(draft.illustrated?.document ?? draft.document), markerPiece(draft)],
    }),
    find: async (report) => await findPages(settings, report),
    read: async (found) => ({
      ...found,
      fields: {},
      pieces: await readPieces(notion, reportSubject(found.id), found.id, botId),
    }),
    async create(report) {
      const found = await createPage(notion, subject, {
        parent: { page_id: parentId },
        properties: { title: { title: titleText(report.title) } },
        report,
      });
      await rememberKey(notion, found.id, report.key);
      return found;
    },
    async change(report, change) {
      // Pages below a page have no fields besides their title.
      if (change.do === "set-fields") return;
      await changeBlocks(notion, reportSubject(report.id), report, change);
    },
    discard: async (report) => await trashPage(notion, reportSubject(report.id), report.id),
  };
}

export function titleText(title: string) {
  const [first = []] = blockfuls([{ text: cleanText(title), style: 0, href: null }]);
  return toRichText(first);
}

type Sdk = Notion["sdk"];
type CreateParameters = Parameters<Sdk["pages"]["create"]>[0];

export interface PageToCreate {
  readonly parent: NonNullable<CreateParameters["parent"]>;
  readonly properties: NonNullable<CreateParameters["properties"]>;
  readonly report: ComposedReport;
}

/** One request for what fits into one; the rest is appended. A run that is killed between finds the page and goes on. */
export async function createPage(notion: Notion, subject: Asked, page: PageToCreate): Promise<FoundReport> {
  const pieces = await withUploads(notion, page.report.pieces);
  // A create does not tell the ids of its blocks, so what has to be parted waits for an append.
  const cut = pieces.findIndex((piece) => !fitsOneRequest(piece));
  const [first, ...rest] = batches(cut === -1 ? pieces : pieces.slice(0, cut));
  const answer = await notion.ask({ ...subject, capability: "Insert content" }, (sdk) =>
    sdk.pages.create({
      parent: page.parent,
      properties: page.properties,
      ...(first === undefined ? {} : { children: first.blocks }),
    }),
  );
  const found = await toCreated(notion, subject, answer);
  const left = [...rest, ...(cut === -1 ? [] : batches(pieces.slice(cut)))];
  if (left.length > 0) await appendBatches(notion, subject, found.id, { type: "end" }, left);
  return found;
}

/**
 * Every page below the parent that is this report, in the parent's order: our own pages of that title, unless their
 * marker names another report; and when there is none, our other pages whose marker names this one. What a page is
 * gets remembered, so that a later look costs no request a page.
 */
async function findPages(
  settings: PagePlaceSettings,
  report: ComposedReport,
): Promise<readonly FoundReport[]> {
  const { notion, subject, parentId, botId } = settings;
  const children = await listChildren(notion, subject, parentId);
  const ours = children.filter(
    (block) => block.type === "child_page" && authorOf(block.created_by) === botId,
  );
  const keys = new Map<LooseRecord, string | null>();
  for (const page of ours) keys.set(page, await recallKey(notion, idOf(page)));

  const titled = ours.filter((page) => asText(asRecord(page.child_page).title) === report.title);
  const lookUp = async (page: LooseRecord): Promise<void> => {
    keys.set(page, keys.get(page) ?? (await readKey(notion, idOf(page))));
  };
  const isReport = (page: LooseRecord): boolean => {
    const key = keys.get(page) ?? null;
    // Without a marker it is one of ours that was cut short while being made.
    return key === report.key || (key === null && titled.includes(page));
  };
  await Promise.all(titled.map(lookUp));
  if (!ours.some(isReport)) await Promise.all(ours.map(lookUp));

  const pages = await Promise.all(
    ours
      .filter(isReport)
      .map(
        async (page) =>
          await orNull(
            notion.ask({ what: "report", id: idOf(page) }, (sdk) =>
              sdk.pages.retrieve({ page_id: idOf(page) }),
            ),
          ),
      ),
  );
  return pages
    .filter((page) => page !== null && asRecord(page).in_trash !== true)
    .map((page) => toFound(notion, page));
}

function idOf(page: LooseRecord): string {
  return asText(page.id) ?? "";
}

const memoryOf = (pageId: string): string => `notion/report-key/${pageId}`;

async function recallKey(notion: Notion, pageId: string): Promise<string | null> {
  return await notion.context.cache.get(memoryOf(pageId));
}

async function rememberKey(notion: Notion, pageId: string, key: string): Promise<void> {
  await notion.context.cache.set(memoryOf(pageId), key);
}

async function readKey(notion: Notion, pageId: string): Promise<string | null> {
  const blocks = await listChildren(notion, { what: "report", id: pageId }, pageId);
  const key = blocks.map((block) => markerKey(blockText(block))).findLast((found) => found !== null) ?? null;
  if (key !== null) await rememberKey(notion, pageId, key);
  return key;
}
