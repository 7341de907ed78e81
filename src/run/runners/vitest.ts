import { fileURLToPath } from 'node:url';
import type { Runner, RunnerRequest, RunnerSession } from '../runner.ts';
import { openSessionProcess, SessionEnded, type SessionProcess } from './session-process.ts';
import type { VitestKnowledge, VitestListing, VitestSetup, VitestStep } from './vitest/messages.ts';
import { reportFileOf, runStep } from './vitest/run-step.ts';

const entry = fileURLToPath(new URL(import.meta.url.replace(/vitest(\.[jt]s)$/, 'vitest/session$1')));

/**
 * Suites written for vitest. Vitest is dear to start, and all suites share most of what they read: the process of the first
 * step lists for all. Each of the others gets its own shortly before its turn.
 */
export const vitest: Runner = {
  tool: 'vitest',
  open: async (request) => {
    const lister = await openSessionProcess(request, entry);
    return listingSession(request, lister, listingOnce(lister, [request]));
  },
  openTogether: async ([first, ...others]) => {
    if (first === undefined) return [];
    const lister = await openSessionProcess(first, entry);
    const listings = listingOnce(lister, [first, ...others]);
    return [
      listingSession(first, lister, listings),
      ...others.map((request, at) =>
        laterSession(request, () => listings().then((all) => listingAt(all, at + 1))),
      ),
    ];
  },
};

type Listings = () => Promise<readonly VitestListing[]>;

/** Asked by whoever is first to want it. */
function listingOnce(lister: SessionProcess, requests: readonly RunnerRequest[]): Listings {
  let listings: Promise<readonly VitestListing[]> | null = null;
  const ask = async () => {
    const [first] = requests;
    if (first === undefined) return [];
    return (await lister.ask('list', setupOf(first, requests.map(stepOf)))) as readonly VitestListing[];
  };
  return () => {
    listings ??= ask();
    return listings;
  };
}

function listingAt(listings: readonly VitestListing[], at: number): VitestListing {
  const listing = listings[at];
  if (listing === undefined)
    throw new RangeError(`vitest listed ${listings.length} steps, and not the one at ${at}`);
  return listing;
}

function stepOf({ phase, step, files }: RunnerRequest): VitestStep {
  return { phase, step, files };
}

function setupOf(request: RunnerRequest, steps: readonly VitestStep[]): VitestSetup {
  const { projectDir, packageDir, seed, workers = 2 } = request;
  return { steps, projectDir, packageDir, seed, workers, reportFile: reportFileOf(request) };
}

/** In the process that lists for it and for others. */
function listingSession(request: RunnerRequest, process: SessionProcess, listings: Listings): RunnerSession {
  return {
    list: async () => listingAt(await listings(), 0).listing,
    run: (checks) => runStep(request, process, checks),
    close: async () => {
      await process.stop();
    },
  };
}

/** In a process of its own, which is told what another has listed. */
function laterSession(request: RunnerRequest, listed: () => Promise<VitestListing>): RunnerSession {
  let process: Promise<SessionProcess> | null = null;
  const started = () => {
    process ??= openSessionProcess(request, entry);
    return process;
  };
  let ready: Promise<SessionProcess> | null = null;
  const prepared = () => {
    ready ??= tellWhatIsListed(request, { listed, started });
    return ready;
  };
  return {
    list: async () => (await listed()).listing,
    prepare: () => void prepared().catch(() => undefined),
    run: async (checks) => runStep(request, await prepared(), checks),
    close: async () => {
      await (await process?.catch(() => null))?.stop();
    },
  };
}

interface Later {
  readonly listed: () => Promise<VitestListing>;
  readonly started: () => Promise<SessionProcess>;
}

async function tellWhatIsListed(request: RunnerRequest, { listed, started }: Later): Promise<SessionProcess> {
  const process = await started();
  const { tests } = await listed();
  const known: VitestKnowledge = { setup: setupOf(request, [stepOf(request)]), tests };
  try {
    await process.ask('know', known);
  } catch (error) {
    // One that is gone says so when it is asked to run.
    if (!(error instanceof SessionEnded)) throw error;
  }
  return process;
}
