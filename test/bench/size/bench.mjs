// The job on 100,000 items beside parsing the same rows' bodies, on twice as many, within little memory; and how
// long the command takes to start. Each run is a process of its own, fed by another one that plays the service.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The budgets, as factors but for the last. */
const most = { toParsing: 3, twiceAsMuch: 2.2, start: 2, megabytes: 500 };

/** What the heap may take so that the whole process stays within the budget. */
const heapMegabytes = 400;
const starts = 15;
const seed = 1;

const steps = ["map", "line of sight", "rules", "suggest", "judge", "weigh", "render"];

/** `npm run bench -- size [--items=100000] [--service=notion|airtable]` */
export async function run({ print, args }) {
  const given = (name, otherwise) =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
  const items = Number(given("items", "100000"));
  const services = given("service", "notion,airtable").split(",");
  print(await startReport());
  for (const service of services) {
    const [one, two, small] = [
      await doJob(service, items),
      await doJob(service, items * 2),
      await doJob(service, items, [`--max-old-space-size=${heapMegabytes}`]),
    ];
    print(jobReport(service, one, two, small));
  }
}

function jobReport(service, one, two, small) {
  const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`.padStart(8);
  const row = (name) => `  ${name.padEnd(22)}${[one, two].map(({ took }) => seconds(took[name])).join("")}`;
  const toParsing = timeOf(one) / one.took.parse;
  const twiceAsMuch = timeOf(two) / timeOf(one);
  return [
    `${service}: ${count(one.items)} and ${count(two.items)} items, ${count(one.rows)} and ${count(two.rows)} rows, ${(one.bytes / one.rows / 1000).toFixed(1)} kB a row`,
    row("parse"),
    row("take"),
    ...steps.map(row),
    `  ${verdict("to parsing", toParsing, most.toParsing)}`,
    `  ${verdict("twice as much", twiceAsMuch, most.twiceAsMuch)}`,
    small === null
      ? `  memory                not within a heap of ${heapMegabytes} MB`
      : `  ${verdict("memory, in MB", small.peakMegabytes, most.megabytes)} with the heap held to ${heapMegabytes} MB; ${Math.round(one.peakMegabytes)} MB when it is not`,
    "",
  ].join("\n");
}

/** Reading cells (`take`) is the adapter's, and goes on while the service is waited for. */
function timeOf({ took }) {
  return steps.reduce((sum, name) => sum + took[name], 0);
}

function verdict(name, value, budget) {
  const shown = value < 20 ? value.toFixed(2) : String(Math.round(value));
  return `${name.padEnd(22)}${shown.padStart(8)} (budget ${budget})${value <= budget ? "" : ", over"}`;
}

function count(number) {
  return number.toLocaleString("en-US");
}

/** null when the heap did not suffice. */
async function doJob(service, items, flags = []) {
  const script = (name) => fileURLToPath(new URL(name, import.meta.url));
  const sender = spawn(process.execPath, [script("send.mjs"), service, String(items), String(seed)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const job = spawn(process.execPath, [...flags, script("job.mjs")], {
    stdio: ["pipe", "pipe", flags.length > 0 ? "ignore" : "inherit"],
  });
  // A job that ran out of memory stops listening.
  job.stdin.on("error", () => sender.kill());
  sender.stdout.pipe(job.stdin);
  const answer = [];
  job.stdout.on("data", (part) => answer.push(part));
  const [code] = await once(job, "close");
  if (code === 0) return JSON.parse(Buffer.concat(answer).toString());
  if (flags.length > 0) return null;
  throw new Error(`The job on ${items} items ended with ${code}.`);
}

/** One after the other in turns, so that whatever else the machine does falls on both. */
async function startReport() {
  const binary = fileURLToPath(new URL("../../../dist/bin.js", import.meta.url));
  const [ours, bare] = [[], []];
  for (let turn = 0; turn < starts; turn += 1) {
    ours.push(await timeToRun([binary, "--version"]));
    bare.push(await timeToRun(["-e", "0"]));
  }
  const ratio = median(ours) / median(bare);
  return `start: --version ${Math.round(median(ours))} ms, node -e 0 ${Math.round(median(bare))} ms\n  ${verdict("to node alone", ratio, most.start)}\n`;
}

async function timeToRun(args) {
  const start = performance.now();
  await once(spawn(process.execPath, args, { stdio: "ignore" }), "close");
  return performance.now() - start;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
