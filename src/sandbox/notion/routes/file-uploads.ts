import { notFound } from "../access.ts";
import { failedValidation, invalid } from "../errors.ts";
import { isTaken, typeByName } from "../file-types.ts";
import { readForm } from "../multipart.ts";
import type { Json } from "../records.ts";
import { newId } from "../store.ts";
import {
  isReachable,
  UPLOAD_LIFETIME,
  uploadSize,
  uploadStatus,
  type SentUpload,
  type Upload,
} from "../uploads.ts";
import { dashed } from "../validation/uuid.ts";
import { LIST_QUERY, listOf, paged, type Route, type RouteContext } from "./route.ts";

/** One part of an upload; a larger file comes in several (https://developers.notion.com/docs/uploading-small-files). */
const MAX_PART = 20 * 1024 * 1024;
/** Bytes, not characters (https://developers.notion.com/docs/working-with-files-and-media). */
const MAX_NAME = 900;

/** Create, send in one part or several, attach within the hour; or let the service fetch an address. */
export const fileUploadRoutes: readonly Route[] = [
  { method: "POST", path: "file_uploads", effect: "write", schema: "createFileUpload", run: postUpload },
  { method: "POST", path: "file_uploads/:file_upload_id/send", effect: "write", run: sendUpload },
  { method: "POST", path: "file_uploads/:file_upload_id/complete", effect: "write", run: completeUpload },
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
      const status = context.query["status"]?.[0];
      const wanted = [...context.uploads.values()].filter(
        (upload) => status === undefined || uploadStatus(context.view.store, upload) === status,
      );
      const page = paged(context, wanted, ({ id }) => id);
      return listOf(
        "file_upload",
        page.items.map((upload) => showUpload(context, upload)),
        page,
      );
    },
  },
];

interface CreateBody {
  readonly mode?: Upload["mode"];
  readonly filename?: string;
  readonly content_type?: string;
  readonly number_of_parts?: number;
  readonly external_url?: string;
}

function postUpload(context: RouteContext): Json {
  const body = context.body as CreateBody;
  const { store, connection } = context.view;
  const base = {
    id: newId(store),
    filename: body.filename ?? null,
    contentType: typeOf(body),
    created: store.clock.now(),
    by: connection.botId,
    attached: false,
  };
  const upload: Upload =
    body.mode === "external_url"
      ? {
          ...base,
          mode: body.mode,
          address: publicAddress(body.external_url),
          doneAt: base.created + context.settings.importDelay,
        }
      : {
          ...base,
          mode: body.mode ?? "single_part",
          total: body.mode === "multi_part" ? partsOf(body) : 1,
          parts: new Map(),
          complete: false,
        };
  context.uploads.set(upload.id, upload);
  return showUpload(context, upload);
}

function typeOf({ mode = "single_part", filename, content_type: given }: CreateBody): string | null {
  if (mode !== "single_part" && filename === undefined)
    throw failedValidation("body.filename", "defined", undefined);
  const bytes = Buffer.byteLength(filename ?? "");
  if (bytes > MAX_NAME) throw failedValidation("body.filename.length", `≤ \`${MAX_NAME}\``, bytes);
  const type = given?.toLowerCase() ?? (filename === undefined ? null : typeByName(filename));
  if (type !== null && !isTaken(type)) throw invalid(`Files of type ${type} are not supported.`);
  if (type === null && filename !== undefined)
    throw invalid(`The file type of "${filename}" is not supported. Give its content_type.`);
  return type;
}

function partsOf({ number_of_parts: parts }: CreateBody): number {
  if (parts === undefined) throw failedValidation("body.number_of_parts", "defined", undefined);
  if (!Number.isInteger(parts) || parts < 1) throw failedValidation("body.number_of_parts", "≥ `1`", parts);
  return parts;
}

/** The service fetches what everybody could fetch. */
function publicAddress(address: string | undefined): string {
  if (address === undefined) throw failedValidation("body.external_url", "defined", undefined);
  if (!URL.canParse(address) || new URL(address).protocol !== "https:")
    throw failedValidation("body.external_url", "a public https URL", address);
  return address;
}

function sendUpload(context: RouteContext): Json {
  const { request, settings } = context;
  const upload = pendingAt(context);
  const form = readForm(request.bytes, request.headers["content-type"] ?? "");
  const file = form.get("file");
  if (file === undefined) throw failedValidation("body.file", "defined", undefined);
  checkType(upload, file.contentType);
  const part = partNumber(upload, form.get("part_number")?.content);
  const size = file.content.length;
  if (size > MAX_PART)
    throw invalid(`File is too large for one part: ${size} bytes, ${MAX_PART} are allowed.`);
  upload.parts.set(part, size);
  const whole = [...upload.parts.values()].reduce((sum, bytes) => sum + bytes, 0);
  if (whole > settings.maxUploadBytes) {
    upload.parts.delete(part);
    throw invalid(
      `File is too large: ${whole} bytes, ${settings.maxUploadBytes} are allowed in this workspace.`,
    );
  }
  upload.complete = upload.mode === "single_part";
  return showUpload(context, upload);
}

/** A sender that knows no type says octet-stream; any other word must be the one given at the start. */
function checkType({ contentType }: SentUpload, sent: string | null): void {
  if (sent === null || contentType === null || sent === "application/octet-stream") return;
  if (sent !== contentType)
    throw invalid(`The file's content type is ${sent}, but the file upload was made for ${contentType}.`);
}

function partNumber({ mode, total }: SentUpload, given: string | undefined): number {
  if (mode === "single_part") {
    if (given !== undefined) throw failedValidation("body.part_number", "not present", given);
    return 1;
  }
  const number = Number(given);
  if (given === undefined || !Number.isInteger(number) || number < 1 || number > total)
    throw failedValidation("body.part_number", `a number from 1 to ${total}`, given);
  return number;
}

function completeUpload(context: RouteContext): Json {
  const upload = pendingAt(context);
  if (upload.mode !== "multi_part") throw invalid(`File upload ${upload.id} has no parts to complete.`);
  const { size: sent } = upload.parts;
  if (sent < upload.total)
    throw invalid(`File upload ${upload.id} is not complete: ${sent} of ${upload.total} parts were sent.`);
  upload.complete = true;
  return showUpload(context, upload);
}

function pendingAt(context: RouteContext): SentUpload {
  const upload = uploadAt(context);
  const status = uploadStatus(context.view.store, upload);
  if (status !== "pending") throw invalid(`File upload ${upload.id} is ${status}, not pending.`);
  if (upload.mode === "external_url")
    throw invalid(`File upload ${upload.id} is fetched from its address; nothing can be sent.`);
  return upload;
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
  const address = `${origin}/v1/file_uploads/${upload.id}`;
  const open = status === "pending" && upload.mode !== "external_url";
  return {
    object: "file_upload",
    id: upload.id,
    created_time: time,
    created_by: { id: upload.by, type: "bot" },
    last_edited_time: time,
    in_trash: false,
    expiry_time: upload.attached ? null : new Date(upload.created + UPLOAD_LIFETIME).toISOString(),
    ...(open ? { upload_url: `${address}/send` } : {}),
    ...(open && upload.mode === "multi_part" ? { complete_url: `${address}/complete` } : {}),
    archived: false,
    status,
    filename: upload.filename,
    content_type: upload.contentType,
    content_length: uploadSize(upload),
    ...(upload.mode === "multi_part"
      ? { number_of_parts: { total: upload.total, sent: upload.parts.size } }
      : {}),
    ...(upload.mode === "external_url" && status !== "pending"
      ? { file_import_result: importResult(upload) }
      : {}),
  };
}

function importResult({ address, doneAt }: Extract<Upload, { mode: "external_url" }>): Json {
  const imported_time = new Date(doneAt).toISOString();
  if (isReachable(address)) return { imported_time, type: "success", success: {} };
  const error = {
    type: "download_error",
    code: "file_upload_invalid_url",
    message: `The file at ${address} could not be downloaded.`,
    parameter: "external_url",
    status_code: null,
  };
  return { imported_time, type: "error", error };
}
