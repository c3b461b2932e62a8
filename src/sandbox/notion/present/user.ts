import type { Json, User } from "../records.ts";
import type { View } from "../view.ts";

export function partialUser(id: string): Json {
  return { object: "user", id };
}

/** A user or group as far as the connection's capability goes; without it only the id. */
export function showUser(view: View, id: string): Json {
  const group = view.store.groups.get(id);
  if (group !== undefined) {
    const base = { object: "group", id };
    return view.connection.capabilities.users === "none" ? base : { ...base, name: group };
  }
  const user = view.store.users.get(id);
  if (user === undefined || view.connection.capabilities.users === "none") return partialUser(id);
  return fullUser(view, user);
}

function fullUser(view: View, user: User): Json {
  const base = { object: "user", id: user.id, name: user.name, avatar_url: null, type: user.type };
  if (user.type === "bot") return { ...base, bot: user.id === view.connection.botId ? ownBot(view) : {} };
  const email = view.connection.capabilities.users === "with-email" ? { email: user.email } : {};
  return { ...base, person: email };
}

/** The connection's own bot, as `GET /v1/users/me` shows it whatever the capabilities. */
export function showMe(view: View): Json {
  const { botId, name } = view.connection;
  return { object: "user", id: botId, name, avatar_url: null, type: "bot", bot: ownBot(view) };
}

function ownBot(view: View): Json {
  return {
    owner: { type: "workspace", workspace: true },
    workspace_name: view.store.name,
    workspace_id: view.store.workspaceId,
    workspace_limits: { max_file_upload_size_in_bytes: view.maxUploadBytes },
  };
}
