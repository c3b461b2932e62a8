/** Undoes what a request did when a later part of it is refused: writes are all or nothing. */
export interface Journal {
  /** Notes how to take back a change that was just made. */
  note(undo: () => void): void;
  /** Runs the work; when it throws, takes back everything noted meanwhile, last first, and throws on. */
  attempt<T>(work: () => T): T;
}

/** Nothing noted yet. */
export function createJournal(): Journal {
  let undos: (() => void)[] = [];
  return {
    note: (undo) => {
      undos.push(undo);
    },
    attempt: (work) => {
      undos = [];
      try {
        return work();
      } catch (error) {
        for (const undo of undos.reverse()) undo();
        throw error;
      } finally {
        undos = [];
      }
    },
  };
}
