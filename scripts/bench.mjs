// Runs test/bench/<name>/bench.mjs on the build: `npm run bench -- wording`; all of them when none is named.
import { readdirSync } from "node:fs";

const benches = new URL("../test/bench/", import.meta.url);
const known = readdirSync(benches, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const [name, ...args] = process.argv.slice(2);
if (name !== undefined && !known.includes(name)) {
  console.error(`There is no bench called ${name}. There are: ${known.join(", ")}.`);
  process.exit(2);
}
for (const one of name === undefined ? known : [name]) {
  const { run } = await import(new URL(`${one}/bench.mjs`, benches));
  await run({
    load: (path) => import(new URL(`../dist/${path}`, import.meta.url)),
    print: (text) => console.log(text),
    args,
  });
}
