import { createAirtableStandIn, type AirtableStandIn } from "./airtable/stand-in.ts";
import { seedAirtable, type SeededAirtable } from "./airtable/seed.ts";
import { serveWeb as serveAirtableWeb, webTree as airtableTree } from "./airtable/web/index.ts";
import { createNotionStandIn, type NotionStandIn } from "./notion/stand-in.ts";
import { seedNotion, type SeededNotion } from "./notion/seed.ts";
import { pagePath } from "./notion/web/href.ts";
import { serveWeb as serveNotionWeb, webTree as notionTree } from "./notion/web/index.ts";
import { runningClock, type SandboxClock } from "./server/clock.ts";
import { listen } from "./server/listen.ts";
import type { SandboxReply, SandboxRequest } from "./server/messages.ts";
import { partTeam } from "./teams/part-team.ts";
import { sampleConfig, sampleTeam, type SampleVariant } from "./teams/index.ts";
import type { SampleTeam } from "./teams/types.ts";
import type { SandboxProvider } from "./providers.ts";
import type { WebWorkspace } from "./web/index.ts";
import { homeOf, homesOf, wiringFor, writeExports } from "./wiring.ts";

export interface SandboxOptions {
  /** Where the team works. Default: notion. */
  readonly provider?: SandboxProvider;
  readonly variant: SampleVariant;
  /** null for any free one. */
  readonly port: number | null;
  /** ISO instant at which the sandbox's clock starts. */
  readonly startsAt: string;
  /** Tells the time there instead, for those who make time pass themselves. Default: the machine's, from `startsAt`. */
  readonly clock?: SandboxClock;
}

/** A local workspace with the sample team in it: the services' APIs and a view for browsers, at one address. */
export interface Sandbox {
  readonly provider: SandboxProvider;
  readonly url: string;
  readonly team: SampleTeam;
  /** Text of a `sothat.yaml` that reads this team and puts the report where it meets. */
  readonly config: string;
  /** What the process's environment must hold so that the job talks to the sandbox. */
  readonly env: Readonly<Record<string, string>>;
  readonly notion: NotionStandIn;
  readonly seeded: SeededNotion;
  readonly airtable: AirtableStandIn;
  readonly seededAirtable: SeededAirtable;
  /** Writes what the config expects beside it: for a team that works in files, its exports. */
  readonly prepare: (folder: string) => Promise<void>;
  /** Where a browser sees what the link of a report points to; null for what is no page of the sandbox. */
  readonly webPath: (link: string) => string | null;
  /** The HTML of a page of the web view. */
  readonly page: (path: string) => string;
  readonly close: () => Promise<void>;
}

const airtableWeb = "/airtable";

/** Starts on the loopback interface, and only there. */
export async function startSandbox({
  provider = "notion",
  variant,
  port,
  startsAt,
  clock = runningClock(startsAt),
}: SandboxOptions): Promise<Sandbox> {
  // The links that the stand-in hands out carry its own address, which is known only once it listens.
  let handle: (request: SandboxRequest) => Promise<SandboxReply> = async () => ({ status: 503 });
  const { url, close } = await listen((request) => handle(request), port === null ? {} : { port });
  const team = sampleTeam(variant);
  const homes = homesOf(provider);
  const notion = createNotionStandIn({ clock, urlBase: `${url}${pagePath}`, workspaceName: team.name });
  const seeded = seedNotion(
    notion.workspace,
    partTeam(team, (key) => homeOf(provider, key) === "notion"),
  );
  const airtable = createAirtableStandIn({ clock });
  const seededAirtable = seedAirtable(
    airtable.workspace,
    partTeam(team, (key) => homeOf(provider, key) === "airtable"),
  );
  const web = (path: string): SandboxReply => {
    const overview: WebWorkspace = {
      title: team.name,
      pages: [
        ...notionTree(notion.workspace),
        ...(Object.keys(seededAirtable.tables).length > 0 ? airtableTree(airtable.workspace) : []),
      ],
    };
    return path.startsWith(airtableWeb)
      ? serveAirtableWeb(airtable.workspace, path, overview)
      : serveNotionWeb(notion.workspace, path, overview);
  };
  handle = async (request) => {
    if (request.path.startsWith("/v1/")) return notion.handle(request);
    if (/^\/(v0|content)\//.test(request.path)) return airtable.handle(request);
    return web(request.path);
  };
  return {
    provider,
    url,
    team,
    config: sampleConfig(variant, wiringFor(provider, team, { notion: seeded, airtable: seededAirtable })),
    env: {
      ...(homes.includes("notion") ? { NOTION_BASE_URL: url, NOTION_TOKEN: seeded.token } : {}),
      ...(homes.includes("airtable")
        ? { AIRTABLE_ENDPOINT_URL: url, AIRTABLE_TOKEN: seededAirtable.token }
        : {}),
    },
    notion,
    seeded,
    airtable,
    seededAirtable,
    prepare: (folder) => writeExports(provider, team, folder),
    webPath: (link) => {
      if (link.startsWith(url)) return new URL(link).pathname;
      return link.startsWith("https://airtable.com/") ? `${airtableWeb}${new URL(link).pathname}` : null;
    },
    page: (path) => web(path).text ?? "",
    close,
  };
}
