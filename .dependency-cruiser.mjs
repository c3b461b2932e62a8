// The one direction of imports, held by a tool. Every rule says why it exists.
const room = (name) => `^src/${name}/`;
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: "^src/", pathNot: [from, ...allowed] },
});

const lib = room("lib");
const errors = "^src/errors\\.ts$";
const domain = room("domain");
const contract = "^src/adapters/(types|provider)\\.ts$";

export default {
  forbidden: [
    {
      name: "no-circular",
      comment: "A cycle means two rooms are one room.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    only("lib-knows-nothing", lib, [errors], "lib/ has no domain words, so it can serve every room."),
    only("domain-is-pure", domain, [], "The domain imports nothing of ours: no service, no I/O, no clock."),
    only(
      "rules-read-the-domain",
      room("rules"),
      [domain, lib, "^src/insight/[^/]+\\.ts$"],
      // A rule and the report must not tell two stories of one result. Insight never reads the rules (next entry).
      "A rule sees the portfolio and nothing else, and weighs results with the arithmetic of insight/.",
    ),
    only(
      "history-keeps-prints",
      room("history"),
      [domain, lib, errors],
      "What earlier runs saw is told in the domain's words; rules and report never see a file.",
    ),
    only(
      "history-keeps-prints",
      room("history"),
      [domain, lib, errors],
      "What earlier runs saw is told in the domain's words; rules and report never see a file.",
    ),
    only("insight-reads-the-domain", room("insight"), [domain, lib], "Weighing is pure."),
    only(
      "report-gathers",
      room("report"),
      [domain, lib, room("insight")],
      "The report model is plain data made of the pure rooms.",
    ),
    only(
      "render-knows-the-report",
      room("render"),
      [room("report"), domain, lib, errors],
      "Templates see the report model and nothing else.",
    ),
    only(
      "adapters-know-their-interface",
      room("adapters"),
      [contract, lib, errors],
      "A service's words stay in its adapter; the domain stays out of it.",
    ),
    {
      name: "adapters-do-not-know-each-other",
      comment: "One folder a service.",
      severity: "error",
      from: { path: "^src/adapters/([^/]+)/" },
      to: { path: "^src/adapters/([^/]+)/", pathNot: "^src/adapters/$1/" },
    },
    only(
      "mapping-joins-rows-and-domain",
      room("mapping"),
      [domain, contract, room("config"), lib, errors],
      "Mapping sees cells and the field map, never a service.",
    ),
    only(
      "publish-sees-the-interface",
      room("publish"),
      [contract, lib, errors],
      "Planning is pure; applying goes through the interface.",
    ),
    only(
      "config-stands-alone",
      room("config"),
      [room("rules"), domain, lib, errors, contract],
      "The config's schema names rules, so it reads their registry.",
    ),
    only(
      "sandbox-stands-alone",
      room("sandbox"),
      [lib, errors],
      "The stand-ins must not share code with the adapters they test.",
    ),
    only(
      "reporters-show",
      room("reporters"),
      [domain, lib, errors, room("report"), contract, room("publish")],
      "Reporters turn results into text.",
    ),
    {
      name: "only-cli-imports-commands",
      comment: "Commands are leaves.",
      severity: "error",
      from: { pathNot: ["^src/cli\\.ts$", room("commands")] },
      to: { path: room("commands") },
    },
    {
      name: "only-bin-imports-cli",
      comment: "Only bin.ts touches the process.",
      severity: "error",
      from: { pathNot: "^src/bin\\.ts$" },
      to: { path: "^src/cli\\.ts$" },
    },
    {
      name: "sdks-stay-home",
      comment: "SDK types never leave their adapter.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/adapters/(notion|airtable)/" },
      to: { path: "node_modules/(@notionhq/client|airtable)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
