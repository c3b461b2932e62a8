import { invalidValue } from "../errors.ts";
import { asObject, type Json } from "../json.ts";
import type { Field } from "../model.ts";
import type { Writer } from "./writer.ts";

/**
 * A list of `{id}` for files to keep and `{url, filename?}` for new ones; replaces what was there. A file
 * given by URL is fetched later: the write succeeds and the file shows up after a while.
 */
export function toAttachments(writer: Writer, field: Field, value: Json): readonly string[] {
  if (!Array.isArray(value)) throw invalidValue(field.name);
  return value.map((one: Json) => {
    const given = asObject(one);
    const { id, url, filename } = given ?? {};
    if (typeof id === "string" && writer.store.db.attachments.has(id)) return id;
    if (typeof url !== "string" || !/^https?:\/\//.test(url)) throw invalidValue(field.name);
    const name = typeof filename === "string" ? filename : (url.split("/").at(-1) ?? "file");
    return writer.store.addAttachment({
      filename: name,
      type: "application/octet-stream",
      content: Buffer.from(url),
      visibleFrom: writer.store.now() + writer.fetchDelay,
    }).id;
  });
}
