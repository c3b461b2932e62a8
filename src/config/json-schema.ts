import { z } from "zod";

import { configSchema } from "./schema.ts";

/** The config's JSON Schema (draft 2020-12), for editors; `npm run gen` writes it to config/config.schema.json. */
export function configJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(configSchema, { io: "input" });
  return {
    $schema,
    $id: "urn:sothat:config",
    title: "sothat.yaml",
    description: "Which tables hold a team's goals, results and learning, and where the report goes.",
    ...rest,
  };
}
