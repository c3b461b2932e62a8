import type { SandboxClock } from "../../server/clock.ts";
import { createStore } from "../store.ts";
import { editing } from "./editing.ts";
import { looking } from "./looking.ts";
import { making } from "./making.ts";
import { people } from "./people.ts";
import type { Workspace } from "./types.ts";

export function createWorkspace(clock: SandboxClock, seed: string | number, name?: string): Workspace {
  const store = createStore(clock, seed, name);
  return { store, ...people(store), ...making(store), ...editing(store), ...looking(store) };
}
