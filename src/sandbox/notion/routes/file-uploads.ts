import { invalid } from "../errors.ts";
import { notFound } from "../access.ts";
import type { Json } from "../records.ts";
import { newId } from "../store.ts";
import { UPLOAD_LIFETIME, uploadStatus, type Upload } from "../uploads.ts";
import { dashed } from "../validation/uuid.ts";
import { LIST_QUERY, listOf, paged, type Route, type RouteContext } from "./route.ts";

/** One part of a single-part upload (https://developers.notion.com/docs/uploading-small-files). */
const MAX_PART = 20 * 1024 * 1024;

/** Small files only: create, send in one part, attach within the hour. */
export const fileUploadRoutes: readonly Route[] = [
  { method: "POST", path: "file_uploads", effect: "write", schema: "createFileUpload", run: postUpload },
  { method: "POST", path: "file_uploads/:file_upload_id/send", effect: "write", run: sendUpload },
  {
    method: "GET",
    path: "file_uploads/:file_upload_id",
    effect: "read",
    run: (context) => showUpload(context, uploadAt(context)),
  },
  {
    method: "GET",
    path: "file_uploads",
    effect: "read",
    query: [...LIST_QUERY, "status"],
    run: (context) => {
      const page = paged(context, [...context.uploads.values()], ({ id }) => id);
      return listOf(
        "file_upload",
        page.items.map((upload) => showUpload(context, upload)),
        page,
      );
    },
  },
];

function postUpload(context: RouteContext): Json {
  const { view, body, uploads } = context;
  if ((body["mode"] ?? "single_part") !== "single_part")
    throw invalid("This stand-in takes single-part uploads only.");
  const upload: Upload = {
    id: newId(view.store),
    filename: (body["filename"] as string | undefined) ?? null,
    contentType: (body["content_type"] as string | undefined) ?? null,
    created: view.store.clock.now(),
    by: view.connection.botId,
    status: "pending",
    size: null,
    attached: false,
  };
  uploads.set(upload.id, upload);
  return showUpload(context, upload);
}

function sendUpload(context: RouteContext): Json {
  const upload = uploadAt(context);
  const type = context.request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) throw invalid("Content-Type should be multipart/form-data.");
  if (context.request.bytes.length > MAX_PART) throw invalid("File is too large for a single-part upload.");
  if (uploadStatus(context.view.store, upload) !== "pending") {
    throw invalid(`File upload ${upload.id} is not pending.`);
  }
  upload.status = "uploaded";
  upload.size = fileSize(context.request.bytes, type);
  return showUpload(context, upload);
}

/** Bytes of the part named "file". */
function fileSize(bytes: Uint8Array, contentType: string): number {
  const [, boundary = ""] = /boundary="?([^";]+)"?/.exec(contentType) ?? [];
  const text = Buffer.from(bytes).toString("latin1");
  const part = text.split(`--${boundary}`).find((piece) => /name="file"/.test(piece));
  if (part === undefined)
    throw invalid("body failed validation: body.file should be defined, instead was `undefined`.");
  return part.slice(part.indexOf("\r\n\r\n") + 4, -2).length;
}

function uploadAt(context: RouteContext): Upload {
  const id = dashed(context.params["file_upload_id"] ?? "");
  const upload = context.uploads.get(id);
  if (upload === undefined) throw notFound(context.view.connection, "file_upload", id);
  return upload;
}

function showUpload({ view, origin }: RouteContext, upload: Upload): Json {
  const status = uploadStatus(view.store, upload);
  const time = new Date(upload.created - (upload.created % 60_000)).toISOString();
  return {
    object: "file_upload",
    id: upload.id,
    created_time: time,
    created_by: { id: upload.by, type: "bot" },
    last_edited_time: time,
    expiry_time: upload.attached ? null : new Date(upload.created + UPLOAD_LIFETIME).toISOString(),
    ...(status === "pending" ? { upload_url: `${origin}/v1/file_uploads/${upload.id}/send` } : {}),
    archived: false,
    status,
    filename: upload.filename,
    content_type: upload.contentType,
    content_length: upload.size,
  };
}
