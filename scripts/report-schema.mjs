// Makes config/report.schema.json: what `sothat report --json` prints, from the types that the report is built with.
import { fileURLToPath } from "node:url";

import { createGenerator } from "ts-json-schema-generator";

const root = new URL("..", import.meta.url);
export const reportSchemaPath = "config/report.schema.json";

const schema = schemaOf("src/report/model.ts", "ReportModel");

// Beside the model, which templates see, the command prints what became of the report in each place.
const printed = ["connection", "url", "id", "action", "writes"];
const publication = schemaOf("src/publish/apply.ts", "Publication");
schema.properties.publications = {
  type: "array",
  description: "What became of the report in each place; not there in a template.",
  items: {
    type: "object",
    properties: Object.fromEntries(printed.map((name) => [name, publication.properties[name]])),
    required: printed,
    additionalProperties: false,
  },
};
schema.definitions.PublicationAction = publication.definitions.PublicationAction;

export const reportSchema = `${JSON.stringify({ $schema: schema.$schema, title: "A report of sothat", ...schema }, null, 2)}\n`;

function schemaOf(file, type) {
  return createGenerator({
    path: fileURLToPath(new URL(file, root)),
    tsconfig: fileURLToPath(new URL("tsconfig.json", root)),
    type,
    expose: "all",
    topRef: false,
    skipTypeCheck: true,
    additionalProperties: false,
  }).createSchema(type);
}
