import { failedValidation, NotionError } from "./errors.ts";
import { blockRoutes } from "./routes/blocks.ts";
import { commentRoutes } from "./routes/comments.ts";
import { dataSourceRoutes } from "./routes/data-sources.ts";
import { databaseRoutes } from "./routes/databases.ts";
import { fileUploadRoutes } from "./routes/file-uploads.ts";
import { markdownRoutes } from "./routes/markdown.ts";
import { pageRoutes } from "./routes/pages.ts";
import { propertyItemRoutes } from "./routes/property-items.ts";
import type { Route } from "./routes/route.ts";
import { searchRoutes } from "./routes/search.ts";
import { userRoutes } from "./routes/users.ts";
import { isUuid } from "./validation/uuid.ts";

/** In order: the first whose method and path fit answers. */
const ROUTES: readonly Route[] = [
  ...userRoutes,
  ...pageRoutes,
  ...propertyItemRoutes,
  ...markdownRoutes,
  ...blockRoutes,
  ...databaseRoutes,
  ...dataSourceRoutes,
  ...commentRoutes,
  ...searchRoutes,
  ...fileUploadRoutes,
];

export interface Matched {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** The route for a request, without looking at its parameters; null when there is none. */
export function matchRoute(method: string, path: string): Matched | null {
  const segments = path.split("/").slice(1);
  if (segments.shift() !== "v1") return null;
  for (const route of ROUTES) {
    if (route.method !== method) continue;
    const params = matchPath(route.path.split("/"), segments);
    if (params !== null) return { route, params };
  }
  return null;
}

/**
 * @throws NotionError (invalid_request_url) for an unknown route, (validation_error) for ids that are none and for
 *   query parameters that the route does not know.
 */
export function checkAddress(
  matched: Matched | null,
  query: Readonly<Record<string, readonly string[]>>,
): Matched {
  if (matched === null) throw new NotionError("invalid_request_url", "Invalid request URL.");
  for (const [name, value] of Object.entries(matched.params)) {
    if (name.endsWith("_id") && name !== "task_id" && !isUuid(value)) {
      throw failedValidation(`path.${name}`, "a valid uuid", value);
    }
  }
  for (const [name, values] of Object.entries(query)) {
    if (!(matched.route.query ?? []).includes(name)) {
      throw failedValidation(`query.${name}`, "not present", values.length === 1 ? values[0] : values);
    }
  }
  return matched;
}

function matchPath(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? "";
    if (part.startsWith(":"))
      params[part.slice(1)] = part.endsWith("_id") ? segment : decodeURIComponent(segment);
    else if (part !== segment) return null;
  }
  return params;
}
