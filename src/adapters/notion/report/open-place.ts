import { ServiceRefusedError } from "../../../errors.ts";
import { asRecord, asText, type LooseRecord } from "../../../lib/loose.ts";
import type { Destination, ReportPlace } from "../../types.ts";
import type { Asked, Notion } from "../client.ts";
import { notionId } from "../ids.ts";
import { findDataSource, orNull } from "../locate.ts";
import { plainText } from "../mapper.ts";
import { createPagePlace } from "./page-place.ts";
import { createRowPlace } from "./row-place.ts";

/**
 * The place that a target means: a page (reports are its subpages), or a table (reports are its rows).
 * The API does not tell which capabilities a connection has, so that one that may only read is found out by the
 * first write, which is then refused as a whole.
 */
export async function openPlace(notion: Notion, destination: Destination): Promise<ReportPlace> {
  const subject: Asked = { what: "report.to target", id: destination.target };
  const id = notionId(destination.target, "peeked");
  const page = await orNull(notion.ask(subject, (sdk) => sdk.pages.retrieve({ page_id: id })));
  if (page !== null) {
    const record = asRecord(page);
    refuseTrashed(record, subject, notion.context.connection);
    return createPagePlace({
      notion,
      subject,
      parentId: asText(record.id) ?? id,
      parentTitle: titleOf(record),
      botId: await whoAmI(notion),
    });
  }
  const source = await findDataSource(notion, subject, notionId(destination.target));
  if (source === null) {
    throw new ServiceRefusedError(
      `Notion: the place for the report, ${destination.target}, is not there, or is not shared with connection “${notion.context.connection}”.`,
      {
        hint: `Open the page or database in Notion and add the connection under ••• → Connections. If it is shared, check the id in the config: ${destination.target}.`,
      },
    );
  }
  return createRowPlace({ notion, subject, source, fields: destination.fields, botId: await whoAmI(notion) });
}

function refuseTrashed(page: LooseRecord, subject: Asked, connection: string): void {
  if (page.in_trash !== true && page.archived !== true) return;
  throw new ServiceRefusedError(
    `Notion: page ${subject.id} (connection “${connection}”) is in the trash, so no report can be kept below it.`,
    { hint: "Restore the page in Notion, or give another one in the config." },
  );
}

function titleOf(page: LooseRecord): string {
  const title = Object.values(asRecord(page.properties)).find((value) => asRecord(value).type === "title");
  return plainText(asRecord(title).title) || "Untitled";
}

const identities = new WeakMap<Notion, Promise<string>>();

/** Our own identity, asked once: blocks say who made and who last changed them. */
async function whoAmI(notion: Notion): Promise<string> {
  const known = identities.get(notion);
  if (known !== undefined) return await known;
  const asked = notion
    .ask({ what: "the connection's own identity", id: "users/me" }, (sdk) => sdk.users.me({}))
    .then((me) => asText(asRecord(me).id) ?? "");
  identities.set(notion, asked);
  return await asked;
}
