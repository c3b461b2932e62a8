/** Image types that Notion takes (https://developers.notion.com/docs/working-with-files-and-media). */
const IMAGES: ReadonlySet<string> = new Set(
  "gif heic jpeg jpg png svg+xml tif tiff webp vnd.microsoft.icon x-icon bmp avif apng"
    .split(" ")
    .map((name) => `image/${name}`),
);

/** Families of documents beside those of their own block. */
const DOCUMENTS = /^(?:text\/|application\/(?:pdf|json|zip|msword|vnd\.(?:ms-|openxmlformats-)))/;

const BY_EXTENSION: Readonly<Record<string, string>> = {
  gif: "image/gif",
  heic: "image/heic",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  png: "image/png",
  svg: "image/svg+xml",
  tif: "image/tiff",
  tiff: "image/tiff",
  webp: "image/webp",
  ico: "image/x-icon",
  bmp: "image/bmp",
  avif: "image/avif",
  apng: "image/apng",
  mp3: "audio/mpeg",
  wav: "audio/wav",
  mp4: "video/mp4",
  mov: "video/quicktime",
  pdf: "application/pdf",
  json: "application/json",
  txt: "text/plain",
  md: "text/markdown",
  csv: "text/csv",
  html: "text/html",
};

/** The type that a file's name tells; null for a name that tells none. */
export function typeByName(filename: string): string | null {
  const [, extension = ""] = /\.([a-z0-9]+)$/i.exec(filename) ?? [];
  return BY_EXTENSION[extension.toLowerCase()] ?? null;
}

/** Whether files of this type may be uploaded at all. */
export function isTaken(contentType: string): boolean {
  return IMAGES.has(contentType) || /^(?:audio|video)\//.test(contentType) || DOCUMENTS.test(contentType);
}

/** Whether a block of this type shows files of that type; `file` shows all. */
export function suits(block: string, contentType: string): boolean {
  switch (block) {
    case "image":
      return IMAGES.has(contentType);
    case "audio":
    case "video":
      return contentType.startsWith(`${block}/`);
    case "pdf":
      return contentType === "application/pdf";
    default:
      return true;
  }
}
