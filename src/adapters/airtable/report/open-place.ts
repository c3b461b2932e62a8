import { ServiceRefusedError } from "../../../errors.ts";
import { asList, asRecord, asText } from "../../../lib/loose.ts";
import type { Destination, ReportPlace } from "../../types.ts";
import type { AirtableClient } from "../client.ts";
import { AirtableRefusal } from "../errors.ts";
import { findTable } from "../schema.ts";
import { bindPlace } from "./fields.ts";
import { createRecordPlace } from "./record-place.ts";

export async function openPlace(client: AirtableClient, destination: Destination): Promise<ReportPlace> {
  const { connection } = client.context;
  const table = await findTable(client, destination.target);
  const columns = bindPlace(table, destination.fields, connection);
  const level = await permissionLevel(client);
  if (level !== null && !writing.has(level)) {
    throw new ServiceRefusedError(
      `Airtable: connection “${connection}” may not write to table “${table.name}”: its token acts for somebody with the permission “${level}” in base ${client.base}.`,
      { hint: "Give the token's owner the role of editor in the base, or use a token of an editor." },
    );
  }
  return createRecordPlace({ client, table, columns });
}

const writing: ReadonlySet<string> = new Set(["edit", "create"]);

/** What the token's owner may do in the base; null when the list of bases does not say. Scopes cannot be asked for. */
async function permissionLevel(client: AirtableClient): Promise<string | null> {
  return await client.once("permission", async () => {
    try {
      const { bases } = await client.meta({ what: "the list of bases", doing: "schema" }, "/bases");
      const base = asList(bases)
        .map(asRecord)
        .find(({ id }) => id === client.base);
      return asText(base?.permissionLevel);
    } catch (error) {
      // The write itself will tell.
      if (error instanceof AirtableRefusal) return null;
      throw error;
    }
  });
}
