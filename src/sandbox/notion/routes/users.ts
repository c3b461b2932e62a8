import { NotionError } from "../errors.ts";
import { userNotFound } from "../access.ts";
import { showMe, showUser } from "../present/user.ts";
import { dashed } from "../validation/uuid.ts";
import { LIST_QUERY, listOf, paged, type Route, type RouteContext } from "./route.ts";

/** https://developers.notion.com/reference/get-users */
export const userRoutes: readonly Route[] = [
  { method: "GET", path: "users/me", effect: "read", run: ({ view }) => showMe(view) },
  {
    method: "GET",
    path: "users/:user_id",
    effect: "read",
    run: ({ view, params }) => {
      const id = dashed(params["user_id"] ?? "");
      if (!view.store.users.has(id) || view.connection.capabilities.users === "none") {
        throw userNotFound(view.connection, id);
      }
      return showUser(view, id);
    },
  },
  { method: "GET", path: "users", effect: "read", query: LIST_QUERY, run: listUsers },
];

function listUsers(context: RouteContext): Record<string, unknown> {
  const { view } = context;
  if (view.connection.capabilities.users === "none") {
    throw new NotionError("restricted_resource", "Insufficient permissions for this endpoint.");
  }
  const page = paged(context, [...view.store.users.keys()], (id) => id);
  return listOf(
    "user",
    page.items.map((id) => showUser(view, id)),
    page,
  );
}
