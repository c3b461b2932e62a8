import { endName } from "./airtable/seed-columns.ts";
import { exportTeam } from "./files/export.ts";
import type { SeededAirtable } from "./airtable/seed.ts";
import type { SeededNotion } from "./notion/seed.ts";
import type { SandboxProvider } from "./providers.ts";
import type { SampleWiring } from "./teams/index.ts";
import type { SampleTeam } from "./teams/types.ts";

type Home = "notion" | "airtable" | "files";

/** A mixed team keeps its numbers in Airtable and what it writes in Notion. */
const inAirtableWhenMixed: ReadonlySet<string> = new Set(["goals", "results", "reports"]);

export function homeOf(provider: SandboxProvider, tableKey: string): Home {
  if (provider !== "mixed") return provider;
  return inAirtableWhenMixed.has(tableKey) ? "airtable" : "notion";
}

/** Every service that some of the team's tables are kept in. */
export function homesOf(provider: SandboxProvider): readonly Home[] {
  return provider === "mixed" ? ["notion", "airtable"] : [provider];
}

const connections = {
  notion: { name: "team-notion", settings: { provider: "notion", tokenEnv: "NOTION_TOKEN" } },
  airtable: { name: "program-base", settings: { provider: "airtable", tokenEnv: "AIRTABLE_TOKEN" } },
  files: { name: "exports", settings: { provider: "files", folder: "exports" } },
} as const;

export interface Seeded {
  readonly notion: SeededNotion;
  readonly airtable: SeededAirtable;
}

/** What the sample config needs to know of the place: connections, table references, and where reports go. */
export function wiringFor(
  provider: SandboxProvider,
  team: SampleTeam,
  { notion, airtable }: Seeded,
): SampleWiring {
  const homes = homesOf(provider);
  const fileNames = new Map(team.tables.map(({ key, name }) => [key, `${name}.csv`]));
  const reference = (key: string): Readonly<Record<Home, string | undefined>> => ({
    notion: notion.dataSources[key],
    airtable: airtable.tables[key],
    files: fileNames.get(key),
  });
  const settings = (home: Home): Readonly<Record<string, string>> =>
    home === "airtable"
      ? { ...connections.airtable.settings, base: airtable.baseId }
      : connections[home].settings;
  const reports = airtable.reports;
  const places = {
    notion: { connection: connections.notion.name, parent: notion.pages["planning"] ?? "" },
    airtable: {
      connection: connections.airtable.name,
      table: reports?.tableId ?? "",
      fields:
        reports === null
          ? {}
          : { key: reports.fields.key, title: reports.fields.title, body: reports.fields.body },
    },
    files: { connection: connections.files.name, parent: "../reports" },
  } as const;
  return {
    connections: Object.fromEntries(homes.map((home) => [connections[home].name, settings(home)])),
    table: (key) => {
      const home = homeOf(provider, key);
      const table = reference(key)[home] ?? key;
      const date = team.tables
        .find((one) => one.key === key)
        ?.columns.find((column) => column.key === "date");
      const fields = home === "airtable" && key === "events" && date ? { end: endName(date.name) } : {};
      return { connection: connections[home].name, table, fields };
    },
    to: homes.map((home) => places[home]),
  };
}

/** Writes what must lie beside the config: for a team that works in files, its exports. */
export async function writeExports(
  provider: SandboxProvider,
  team: SampleTeam,
  folder: string,
): Promise<void> {
  if (provider === "files")
    await exportTeam(team, `${folder}/${connections.files.settings.folder}`, "notion");
}
