import { appendFile, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { FoundReport } from "../../../src/adapters/types.ts";
import { exportTeam } from "../../../src/sandbox/files/export.ts";
import type { SampleColumn, SampleTable } from "../../../src/sandbox/teams/types.ts";
import { fakeClock } from "../../lib/fake-clock.ts";
import { describeAdapterContract, type SeedTable } from "../contract.ts";
import { tempFolder } from "../../temp-folder.ts";
import { filesAdapter } from "./folder.ts";

function toSample(seed: SeedTable): SampleTable {
  const columns = Object.entries(seed.columns).map(([name, type]): SampleColumn => {
    if (type === "title" || type === "text" || type === "number" || type === "date")
      return { key: name, name, type };
    throw new Error(`A CSV file tells no columns of type ${type}.`);
  });
  const rows = seed.rows.map((cells, index) => {
    const body = seed.bodies?.[index];
    const made = { key: `row-${index}`, createdAt: "2026-01-05T09:00:00.000Z", createdBy: "ana", cells };
    return body === undefined ? made : { ...made, body };
  });
  return { key: seed.name, name: seed.name, columns, rows };
}

/** Ids as the pages' names tell them. */
async function idsOf(folder: string, { rows }: SeedTable): Promise<readonly string[]> {
  const pages = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith(".md"));
  return rows.map(({ Name }) => {
    const page = pages.find((path) => path.includes(`/${Name} `)) ?? "";
    return page.slice(-35, -3).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  });
}

describeAdapterContract({
  name: "files",
  can: { fail: false, typed: false, bodies: true, authors: false, pieces: false },
  async start() {
    const folder = await tempFolder();
    const adapter = filesAdapter(folder);
    const place = join(folder, "reports");
    const fileOf = ({ url }: FoundReport): string => fileURLToPath(url ?? "");
    const tableFiles = async (): Promise<readonly string[]> =>
      (await readdir(folder)).filter((name) => name.endsWith(".csv")).map((name) => join(folder, name));
    return {
      adapter,
      impatient: adapter,
      stranger: null,
      clock: fakeClock(),
      async seedTable(seed) {
        const table = toSample(seed);
        await exportTeam({ name: "Team", people: [], pages: [], tables: [table] }, folder, "notion");
        return { table: seed.name, rowIds: await idsOf(folder, seed) };
      },
      seedPlace: async () => "reports",
      person: {
        async renameColumn(_, from, to) {
          for (const file of await tableFiles()) {
            const text = await readFile(file, "utf8");
            await writeFile(file, text.replace(new RegExp(`(?<=^.*)\\b${from}\\b`), to));
          }
        },
        addLine: async (report, text) => await appendFile(fileOf(report), `\n${text}\n`),
        editLine: async (report, piece, text) => {
          const old = await readFile(fileOf(report), "utf8");
          await writeFile(fileOf(report), old.replace(piece.content, text));
        },
        renameReport: async (report, title) => await rename(fileOf(report), join(place, `${title}.md`)),
        trashReport: async (report) => await rm(fileOf(report)),
      },
      fail: () => {
        throw new Error("Files are there or not: nothing is busy, down or cut off.");
      },
      writes: () => adapter.requests().writes,
      reports: async () => (await readdir(place)).filter((name) => name.endsWith(".md")).length,
      stop: async () => {},
    };
  },
});
