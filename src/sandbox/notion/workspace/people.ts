import { ALL_CAPABILITIES } from "../access.ts";
import type { Connection } from "../records.ts";
import { newId, type Store } from "../store.ts";
import type { Workspace } from "./types.ts";

type People = Pick<Workspace, "addUser" | "addGroup" | "addBot" | "share" | "unshare" | "setCapabilities">;

/** Users, bots, and what is shared with whom. */
export function people(store: Store): People {
  const connection = (token: string): Connection => {
    const found = store.connections.get(token);
    if (found === undefined) throw new Error("There is no connection with this token.");
    return found;
  };
  return {
    addUser: ({ name, email = null, id = newId(store) }) => {
      store.users.set(id, { id, type: "person", name, email });
      return id;
    },
    addGroup: ({ name, id = newId(store) }) => {
      store.groups.set(id, name);
      return id;
    },
    addBot: ({ token, name = "Sandbox", capabilities = {}, shared = [], id = newId(store) }) => {
      store.users.set(id, { id, type: "bot", name, email: null });
      store.connections.set(token, {
        token,
        name,
        botId: id,
        capabilities: { ...ALL_CAPABILITIES, ...capabilities },
        shared: new Set(shared),
        withheld: new Set(),
      });
      return id;
    },
    share: (token, id) => {
      connection(token).withheld.delete(id);
      connection(token).shared.add(id);
      store.version += 1;
    },
    unshare: (token, id) => {
      connection(token).shared.delete(id);
      connection(token).withheld.add(id);
      store.version += 1;
    },
    setCapabilities: (token, change) => {
      const found = connection(token);
      found.capabilities = { ...found.capabilities, ...change };
    },
  };
}
