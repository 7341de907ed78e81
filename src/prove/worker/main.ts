import { connectChannel } from '../../channel/client.ts';
import {
  type ExploreRequest,
  isDetection,
  type Loaded,
  type PlayedCheck,
  type PlayRequest,
  type WorkerSetup,
} from '../messages.ts';
import { exploreSeed } from './explore-seed.ts';
import { playCheck } from './play-check.ts';
import { reachedEntries, unwatched } from './reached-entries.ts';
import { openResidentSandbox } from './resident-sandbox.ts';
import { openStage, type Stage } from './stage.ts';

/**
 * Holds suites and steps, loaded once, and plays them against one sandbox after the other. The judging process never loads a
 * suite or a defect; this one is ended, and another begun, when a defect takes it down.
 */
const channel = await connectChannel('session');
let stage: Stage | null = null;

channel.onCommand(async (name, value) => {
  switch (name) {
    case 'load':
      return load(value as WorkerSetup);
    case 'play':
      return play(opened(), value as PlayRequest);
    case 'explore':
      return explore(opened(), value as ExploreRequest);
    default:
      throw new RangeError(`an unknown command "${name}"`);
  }
});

async function load(setup: WorkerSetup): Promise<Loaded> {
  stage = await openStage(setup);
  return stage.loaded;
}

function opened(): Stage {
  if (stage === null) throw new RangeError('asked to play before anything was loaded');
  return stage;
}

async function play(
  { check: checkOf, context, defect: defectOf }: Stage,
  { defect, seed, checks, until }: PlayRequest,
): Promise<readonly PlayedCheck[]> {
  const played: PlayedCheck[] = [];
  const { entries: replaced, take } = defect === null ? reachedEntries() : unwatched(defectOf(defect));
  let sandbox = await openResidentSandbox(replaced);
  // What every check stands on, whether or not it calls it itself.
  const atOpening = take();
  try {
    for (const check of checks.map(checkOf)) {
      // On its way before the check begins: should the process end, they know at which.
      await channel.record({ kind: 'check-started', checkId: check.id });
      take();
      const { isLate, ...outcome } = await playCheck(check, context(check, sandbox, seed));
      played.push({ ...outcome, reached: [...atOpening, ...take()] });
      channel.tell({
        kind: 'check-finished',
        checkId: check.id,
        status: 'passed',
        cause: null,
        durationMs: 0,
        error: null,
      });
      if (until === 'first-detection' && isDetection(outcome)) break;
      if (!isLate) continue;
      // Its body may go on; it must not meddle with the checks that follow.
      await sandbox.close();
      sandbox = await openResidentSandbox(replaced);
    }
    return played;
  } finally {
    await sandbox.close();
  }
}

async function explore({ check, context, defect }: Stage, request: ExploreRequest) {
  const sandbox = await openResidentSandbox(defect(request.defect));
  try {
    const explored = [];
    for (const seed of request.seeds)
      explored.push(await exploreSeed(request.checks.map(check), (one) => context(one, sandbox, seed), seed));
    return explored;
  } finally {
    await sandbox.close();
  }
}
