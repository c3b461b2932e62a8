import { UsageError } from "../errors.ts";
import { createNotionAdapter, type NotionSettings } from "./notion/index.ts";
import type { Adapter, AdapterContext } from "./types.ts";

/** A connection's part of the config. */
export type AdapterSettings =
  | ({ readonly provider: "notion" } & NotionSettings)
  | { readonly provider: "airtable" }
  | { readonly provider: "files" };

/** The registry of services: the one place that knows all adapters by name. */
export function createAdapter(settings: AdapterSettings, context: AdapterContext): Adapter {
  switch (settings.provider) {
    case "notion":
      return createNotionAdapter(settings, context);
    case "airtable":
    case "files":
      throw new UsageError(
        `Connection ${context.connection}: this version cannot read ${settings.provider} yet.`,
        {
          hint: "Use a notion connection, or a later version.",
        },
      );
  }
}
