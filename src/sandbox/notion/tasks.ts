import { NotionError } from "./errors.ts";
import type { Json } from "./records.ts";
import { newId, type Store } from "./store.ts";

/** Milliseconds a finished task can be asked for; the service says "a bounded time". */
const KEPT = 3_600_000;

export interface Tasks {
  /** Takes work on; it is done at one of the next polls. Returns the answer for the 202. */
  queue(name: string, origin: string, work: () => Json): Json;
  /** Answers one poll; null for an unknown or expired task. */
  poll(id: string): Json | null;
}

interface Task {
  readonly face: Json;
  readonly created: number;
  readonly work: () => Json;
  polls: number;
  outcome: Json | null;
}

/** @param polls how many polls a task takes */
export function createTasks(store: Store, polls: number): Tasks {
  const tasks = new Map<string, Task>();
  return {
    queue: (name, origin, work) => {
      const id = `task_${newId(store).replaceAll("-", "")}`;
      const face = {
        object: "async_task",
        id,
        status_url: `${origin}/v1/async_tasks/${id}`,
        created_time: new Date(store.clock.now()).toISOString(),
        poll_after_seconds: 2,
        operation: { surface: "rest", name },
      };
      tasks.set(id, { face, created: store.clock.now(), work, polls: 0, outcome: null });
      return { ...face, status: "queued" };
    },
    poll: (id) => {
      const task = tasks.get(id);
      if (task === undefined || store.clock.now() - task.created > KEPT) return null;
      task.polls += 1;
      if (task.polls < polls) return { ...task.face, status: "running" };
      task.outcome ??= outcomeOf(task.work);
      return { ...task.face, ...task.outcome };
    },
  };
}

function outcomeOf(work: () => Json): Json {
  try {
    return { status: "succeeded", result: work() };
  } catch (error) {
    if (!(error instanceof NotionError)) throw error;
    return { status: "failed", error: error.toReply().value };
  }
}
