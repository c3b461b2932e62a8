import { createStore, type StoreOptions } from "../store.ts";
import { editing } from "./editing.ts";
import { looking } from "./looking.ts";
import { making } from "./making.ts";
import { people } from "./people.ts";
import type { Workspace } from "./types.ts";

export function createWorkspace(options: StoreOptions): Workspace {
  const store = createStore(options);
  return { store, ...people(store), ...making(store), ...editing(store), ...looking(store) };
}
