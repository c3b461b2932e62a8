// How long a long read takes beside what the configured rate allows, on the Airtable stand-in with its limiter on.
const rows = 5000;
const requestsPerSecond = 4;

/** @param {{ load: (path: string) => Promise<any>, print: (text: string) => void }} tools */
export async function run({ load, print }) {
  const [{ createAirtableStandIn }, { listen }, { createAirtableAdapter }, { noCache }, { systemClock }] =
    await Promise.all(
      [
        "sandbox/airtable/stand-in.js",
        "sandbox/server/listen.js",
        "adapters/airtable/index.js",
        "lib/cache.js",
        "lib/clock.js",
      ].map(load),
    );
  const standIn = createAirtableStandIn();
  const { workspace } = standIn;
  const user = workspace.addUser({ name: "Job", email: "job@example.org" });
  const base = workspace.addBase({ name: "Long" });
  const table = workspace.addTable(base.id, {
    name: "Rows",
    fields: [{ name: "Name", type: "singleLineText" }],
  });
  for (let n = 0; n < rows; n += 1) workspace.createRecord(table.id, { Name: `Row ${n}` });
  workspace.share(base.id, user.id, "edit");
  const token = workspace.issueToken({ userId: user.id, bases: [base.id] });
  const server = await listen((request) => standIn.handle(request));
  try {
    const adapter = createAirtableAdapter(
      { base: base.id, requestsPerSecond, patienceMinutes: 1, timeoutSeconds: 30 },
      {
        connection: "base",
        token,
        baseUrl: server.url,
        clock: systemClock(),
        signal: new AbortController().signal,
        cache: noCache,
        timezone: "UTC",
        onWait: () => {},
      },
    );
    const started = performance.now();
    const opened = await adapter.openTable({ table: table.id, columns: { title: "Name" }, body: false });
    let read = 0;
    for await (const _ of opened.rows()) read += 1;
    const seconds = (performance.now() - started) / 1000;
    const { calls } = standIn.log;
    const ideal = calls.length / requestsPerSecond;
    const refused = calls.filter(({ status }) => status === 429).length;
    print(`${read} rows in ${calls.length} requests, ${refused} of them refused (429)`);
    print(
      `${seconds.toFixed(2)} s, ideal ${ideal.toFixed(2)} s: ratio ${(seconds / ideal).toFixed(2)} (budget 1.10)`,
    );
  } finally {
    await server.close();
  }
}
