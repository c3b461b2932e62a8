import type { FoundReport, PresentReport, ReportDraft, ReportPlace } from "../adapters/types.ts";
import { InterruptedError, ServiceFailedError, ServiceRefusedError } from "../errors.ts";
import { describeChange, describeCreation, describeKept } from "./describe.ts";
import { fingerprint, reportMemory } from "./fingerprint.ts";
import { isUntouched, planChanges, type ReportPlan } from "./plan.ts";
import { firstWait, nameOfChange, stopIfAborted, write, type Job, type PublishOptions } from "./writing.ts";

type PublicationAction = "created" | "updated" | "unchanged" | "planned-create" | "planned-update";

/** What became of a report in one place. */
export interface Publication {
  readonly connection: string;
  readonly place: string;
  readonly url: string | null;
  /** Null only for a report that is planned and not yet made. */
  readonly id: string | null;
  readonly action: PublicationAction;
  /** Writes asked of the place, lost ones included; 0 when nothing changed. */
  readonly writes: number;
  /** Lines that stand because a person edited them, or put something into them. */
  readonly kept: number;
  /** What was done, or with `dryRun` what would be: a readable line each. */
  readonly plan: readonly string[];
  /** What a person should look at: a second report that could not be taken away, for example. */
  readonly notes: readonly string[];
}

/** A report whose create was lost is looked for this often before it is sent again: listings may lag behind writes. */
const looksBeforeCreatingAgain = 3;
/** Every round ends in a write, a wait or the end; this only stops a report that never settles. */
const roundsBorne = 40;

/**
 * Makes one place hold the report: once, with as few writes as possible, and without touching what people wrote.
 * May be killed at any moment and run again.
 * @throws ServiceRefusedError, ServiceFailedError from the place; the latter also when the service keeps losing
 *   answers; InterruptedError when `signal` was aborted.
 */
export async function publishReport(
  place: ReportPlace,
  draft: ReportDraft,
  options: PublishOptions,
): Promise<Publication> {
  const job = startJob(place, draft, options);
  try {
    for (let round = 0; round < roundsBorne; round += 1) {
      const publication = await oneRound(job);
      if (publication) return publication;
    }
  } catch (error) {
    if (options.signal.aborted) throw new InterruptedError();
    throw error;
  }
  throw new ServiceFailedError(
    `The report in ${place.name} did not settle: it changes as fast as we write.`,
    {
      hint: "Is another run of the same report under way? Let it finish, then run again.",
    },
  );
}

function startJob(place: ReportPlace, draft: ReportDraft, options: PublishOptions): Job {
  const wanted = place.compose(draft);
  return {
    place,
    wanted,
    wantedHash: fingerprint(wanted),
    options,
    memory: reportMemory(options.cache, options.connection, place.name, wanted.key),
    lines: new Set(),
    notes: new Set(),
    writes: 0,
    creation: "not-tried",
    made: null,
    fruitlessLooks: 0,
    doubts: 0,
    refusals: new Map(),
    verifying: false,
  };
}

/** Looks, and takes the report one stage further. Null: look again. */
async function oneRound(job: Job): Promise<Publication | null> {
  stopIfAborted(job);
  const [kept, ...twins] = await job.place.find(job.wanted);
  if (!kept) return job.made ? finish(job, job.made, 0) : create(job);
  if (twins.length > 0) {
    const settled = await settleTwins(job, twins);
    return settled ? update(job, kept) : null;
  }
  // One create, one look, and nobody else was there: what we sent is what stands.
  if (kept.id === job.made?.id && !job.verifying) return finish(job, kept, 0);
  const recalled = job.writes === 0 ? await job.memory.recall(job.wantedHash, kept) : null;
  return recalled === null ? update(job, kept) : finish(job, kept, recalled);
}

async function create(job: Job): Promise<Publication | null> {
  job.lines.add(describeCreation(job.wanted));
  if (job.options.dryRun) return publication(job, null, "planned-create", 0);
  if (job.creation === "in-doubt") {
    job.fruitlessLooks += 1;
    if (job.fruitlessLooks < looksBeforeCreatingAgain) {
      await job.options.clock.sleep(firstWait * job.fruitlessLooks, job.options.signal);
      return null;
    }
  }
  const outcome = await write(job, "create", async () => {
    job.made = await job.place.create(job.wanted);
  });
  job.fruitlessLooks = 0;
  if (outcome !== "refused") job.creation = outcome === "done" ? "confirmed" : "in-doubt";
  return null;
}

async function update(job: Job, found: FoundReport): Promise<Publication | null> {
  const present = await readBody(job, found);
  if (!present) return null;
  const plan = planChanges(job.wanted, present);
  if (plan.unchanged) return finish(job, found, plan.kept);

  for (const [i, change] of plan.changes.entries()) {
    const line = describeChange(change, present);
    if (job.options.dryRun) {
      job.lines.add(line);
      continue;
    }
    const outcome = await write(job, nameOfChange(change), () => job.place.change(found, change));
    if (outcome !== "refused") job.lines.add(line);
    if (outcome !== "done") return null;
    job.options.onProgress?.({ place: job.place.name, done: i + 1, total: plan.changes.length });
  }
  return job.options.dryRun ? finish(job, found, plan.kept) : afterChanges(job, found, plan);
}

/**
 * Two runs at once may have inserted the same lines; so inserts are looked at once more. One look is enough, since
 * whoever looks last sees all. Other changes come out the same however often they are made.
 */
async function afterChanges(job: Job, found: FoundReport, plan: ReportPlan): Promise<Publication | null> {
  const inserted = plan.changes.some((change) => change.do === "insert");
  if (inserted && !job.verifying) {
    job.verifying = true;
    return null;
  }
  const [now] = await job.place.find(job.wanted);
  return finish(job, now?.id === found.id ? now : { ...found, version: null }, plan.kept);
}

/**
 * Takes away the reports that a concurrent or killed run made beside the one to keep, unless somebody wrote in them.
 * False: look again.
 */
async function settleTwins(job: Job, twins: readonly FoundReport[]): Promise<boolean> {
  for (const twin of twins) {
    const name = `discard ${twin.id}`;
    const where = `a second report with the same key in ${job.place.name} (${twin.url ?? twin.id})`;
    const body = await readBody(job, twin);
    if (!body) return false;
    if (!body.pieces.every(isUntouched) || job.refusals.has(name)) {
      const why = job.refusals.has(name) ? "it could not be taken away" : "somebody has written in it";
      job.notes.add(`There is ${where}; ${why}, so it stays. Move what you need from it, then delete it.`);
      continue;
    }
    const line = `- ${where}`;
    if (job.options.dryRun) {
      job.lines.add(line);
      continue;
    }
    const outcome = await write(job, name, () => job.place.discard(twin));
    if (outcome !== "done") return false;
    job.lines.add(line);
    job.notes.add(`There was ${where}; it held nothing of anybody's and was taken away.`);
  }
  return true;
}

/** Null when the report went away since it was found: look again. */
async function readBody(job: Job, found: FoundReport): Promise<PresentReport | null> {
  const name = `read ${found.id}`;
  try {
    return await job.place.read(found);
  } catch (error) {
    if (!(error instanceof ServiceRefusedError) || job.refusals.has(name)) throw error;
    job.refusals.set(name, error);
    return null;
  }
}

async function finish(job: Job, found: FoundReport, kept: number): Promise<Publication> {
  if (job.options.dryRun)
    return publication(job, found, job.lines.size > 0 ? "planned-update" : "unchanged", kept);
  await job.memory.remember(job.wantedHash, found, kept);
  const changed = job.writes > 0 ? "updated" : "unchanged";
  return publication(job, found, job.creation === "not-tried" ? changed : "created", kept);
}

function publication(
  job: Job,
  found: FoundReport | null,
  action: PublicationAction,
  kept: number,
): Publication {
  return {
    connection: job.options.connection,
    place: job.place.name,
    url: found?.url ?? null,
    id: found?.id ?? null,
    action,
    writes: job.writes,
    kept,
    plan: [...job.lines, ...describeKept(kept)],
    notes: [...job.notes],
  };
}
