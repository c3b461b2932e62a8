import { createFileUrls, type FileUrls } from "./files.ts";
import { idSource } from "./ids.ts";
import { emptyDatabase } from "./model.ts";
import { withDefaults, type AirtableStandInOptions, type Settings } from "./options.ts";
import { createCursors, type Cursors } from "./paging.ts";
import { createLimits, type Limits } from "./rate.ts";
import { createStore, type Store } from "./store.ts";

/** Everything the stand-in remembers between requests. */
export interface State {
  readonly settings: Settings;
  readonly store: Store;
  readonly cursors: Cursors;
  readonly limits: Limits;
  readonly files: FileUrls;
}

/** An empty account under these options. */
export function createState(options: AirtableStandInOptions): State {
  const settings = withDefaults(options);
  const store = createStore({
    db: emptyDatabase(),
    newId: idSource(settings.seed),
    now: () => settings.clock.now(),
  });
  return {
    settings,
    store,
    cursors: createCursors(settings, idSource(`${settings.seed}/cursors`)),
    limits: createLimits(settings),
    files: createFileUrls(store, settings.seed),
  };
}
