import { invalid } from "../errors.ts";
import type { Json, RichText } from "../records.ts";

/** Content of an image, video, audio, file or pdf block. */
export function keepMedia(type: string, sent: Json, caption: readonly RichText[]): Json {
  const named = type === "file" ? { name: sent["name"] ?? fileName(sent) } : {};
  return { caption, ...keepFile(sent), ...named };
}

/** A file reference as kept: external ones as they are, uploads as files of the service. */
export function keepFile(sent: Json): Json {
  if (sent["external"] !== undefined) {
    const { url } = sent["external"] as { url: string };
    if (!URL.canParse(url)) throw invalid("Invalid URL for file.");
    return { type: "external", external: { url } };
  }
  if (sent["file"] !== undefined) return { type: "file", file: sent["file"] };
  return { type: "file_upload", file_upload: sent["file_upload"] };
}

/** Icons and covers; null clears. */
export function keepIcon(sent: unknown): Json | null {
  if (sent === null || sent === undefined) return null;
  const icon = sent as Json;
  if (icon["external"] !== undefined || icon["file_upload"] !== undefined || icon["file"] !== undefined) {
    return keepFile(icon);
  }
  if (icon["emoji"] !== undefined) return { type: "emoji", emoji: icon["emoji"] };
  const [kind = "icon"] = Object.keys(icon).filter((key) => key !== "type");
  return { type: kind, [kind]: icon[kind] };
}

function fileName(sent: Json): string {
  const external = sent["external"] as { url: string } | undefined;
  const path = external === undefined || !URL.canParse(external.url) ? "" : new URL(external.url).pathname;
  return decodeURIComponent(path.slice(path.lastIndexOf("/") + 1));
}
