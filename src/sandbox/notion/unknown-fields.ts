import type { Random } from "../server/random.ts";
import type { Json } from "./records.ts";

/** New fields and property types appear at the service without notice; readers must pass over them. */
export function withUnknownFields(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) return value.map((inner) => withUnknownFields(inner, random));
  if (value === null || typeof value !== "object") return value;

  const copy: Json = {};
  for (const [key, inner] of Object.entries(value as Json)) copy[key] = withUnknownFields(inner, random);
  if (typeof copy["object"] !== "string" || copy["object"] === "error") return copy;
  if (random() < 0.5) copy["field_of_tomorrow"] = { since: "next version" };
  if (copy["object"] === "page" && copy["properties"] !== undefined) {
    copy["properties"] = {
      ...(copy["properties"] as Json),
      "Kind of tomorrow": { id: "tmrw", type: "kind_of_tomorrow", kind_of_tomorrow: { value: 1 } },
    };
  }
  return copy;
}
