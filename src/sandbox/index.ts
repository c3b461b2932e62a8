import { runningClock } from "./server/clock.ts";
import { listen } from "./server/listen.ts";
import type { SandboxReply, SandboxRequest } from "./server/messages.ts";
import { createNotionStandIn, type NotionStandIn } from "./notion/stand-in.ts";
import { seedNotion, type SeededNotion } from "./notion/seed.ts";
import { pagePath } from "./notion/web/href.ts";
import { serveWeb } from "./notion/web/index.ts";
import { sampleConfig, sampleTeam, type SampleVariant } from "./teams/index.ts";
import type { SampleTeam } from "./teams/types.ts";

export interface SandboxOptions {
  readonly variant: SampleVariant;
  /** null for any free one. */
  readonly port: number | null;
  /** ISO instant at which the sandbox's clock starts. */
  readonly startsAt: string;
}

/** A local workspace with the sample team in it: the service's API and a view for browsers, at one address. */
export interface Sandbox {
  readonly url: string;
  readonly team: SampleTeam;
  /** Text of a `sothat.yaml` that reads this team and puts the report below its planning page. */
  readonly config: string;
  /** What the process's environment must hold so that the job talks to the sandbox. */
  readonly env: Readonly<Record<string, string>>;
  readonly notion: NotionStandIn;
  readonly seeded: SeededNotion;
  /** The HTML of a page of the web view. */
  page(path: string): string;
  close(): Promise<void>;
}

const token = "ntn_sandbox";

/** Starts on the loopback interface, and only there. */
export async function startSandbox({ variant, port, startsAt }: SandboxOptions): Promise<Sandbox> {
  // The links that the stand-in hands out carry its own address, which is known only once it listens.
  let handle: (request: SandboxRequest) => Promise<SandboxReply> = async () => ({ status: 503 });
  const { url, close } = await listen((request) => handle(request), port === null ? {} : { port });
  const team = sampleTeam(variant);
  const notion = createNotionStandIn({
    clock: runningClock(startsAt),
    urlBase: `${url}${pagePath}`,
    workspaceName: team.name,
  });
  const seeded = seedNotion(notion.workspace, team, { token });
  handle = (request) =>
    request.path.startsWith("/v1/")
      ? notion.handle(request)
      : Promise.resolve(serveWeb(notion.workspace, request.path));
  return {
    url,
    team,
    config: sampleConfig(variant, {
      connections: { "team-notion": { provider: "notion", tokenEnv: "NOTION_TOKEN" } },
      table: (key) => ({ connection: "team-notion", table: seeded.dataSources[key] ?? key }),
      to: [{ connection: "team-notion", parent: seeded.pages["planning"] ?? "" }],
    }),
    env: { NOTION_BASE_URL: url, NOTION_TOKEN: token },
    notion,
    seeded,
    page: (path) => serveWeb(notion.workspace, path).text ?? "",
    close,
  };
}
