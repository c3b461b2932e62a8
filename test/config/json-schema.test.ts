import { readFile } from "node:fs/promises";

import { describe, expect, it } from "vitest";

import { configJsonSchema } from "../../src/config/json-schema.ts";

describe("config/json-schema", () => {
  it("equals the file that editors read", async () => {
    const file = await readFile("config/config.schema.json", "utf8");

    const fresh = `${JSON.stringify(configJsonSchema(), null, 2)}\n`;

    // When this fails, run npm run gen and commit the result.
    expect(JSON.parse(file)).toEqual(JSON.parse(fresh));
    expect(file === fresh).toBe(true);
  });

  it("describes every key at the top", () => {
    const { properties, required } = configJsonSchema();

    expect(required).toEqual(["name", "connections", "tables"]);
    const undescribed = Object.entries(properties as Record<string, { description?: string }>)
      .filter(([, node]) => !node.description)
      .map(([key]) => key);
    expect(undescribed).toEqual([]);
  });
});
