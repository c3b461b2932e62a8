// Runs test/bench/<name>/bench.mjs on the build: `npm run bench -- wording`.
import { existsSync } from "node:fs";

const [name, ...args] = process.argv.slice(2);
const bench = new URL(`../test/bench/${name}/bench.mjs`, import.meta.url);
if (name === undefined || !existsSync(bench)) {
  console.error("Name a bench: a folder of test/bench with a bench.mjs in it.");
  process.exit(2);
}
const { run } = await import(bench);
await run({
  load: (path) => import(new URL(`../dist/${path}`, import.meta.url)),
  print: (text) => console.log(text),
  args,
});
