import type { Property } from "../records.ts";
import { isOpen, type View } from "../view.ts";

/** Linked pages that the connection sees and that are not in the trash. */
export function openLinks(view: View, property: Property, kept: unknown): string[] {
  const source = String(property.config["data_source_id"]);
  if (!isOpen(view, source)) return [];
  return ((kept ?? []) as readonly string[]).filter((id) => isOpen(view, id));
}
