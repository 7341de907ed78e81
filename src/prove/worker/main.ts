import { connectChannel } from '../../channel/client.ts';
import { loadDriver } from '../../drivers/index.ts';
import { phaseNames } from '../../model/observing/phase.ts';
import { allDefects } from '../../sandbox/defects/all-defects.ts';
import type { Defect } from '../../sandbox/defects/defect.ts';
import type { ScenarioConfiguration } from '../../scenario/configuration.ts';
import {
  isDetection,
  type Loaded,
  type PlayedCheck,
  type PlayRequest,
  type WorkerSetup,
} from '../messages.ts';
import { loadFeatures } from './load-features.ts';
import { loadSuites, standInForVitest } from './load-suites.ts';
import type { LoadedCheck } from './loaded-check.ts';
import { playCheck } from './play-check.ts';
import { openResidentSandbox, type ResidentSandbox } from './resident-sandbox.ts';

/**
 * Holds suites and steps, loaded once, and plays them against one sandbox after the other. The judging process never loads a
 * suite or a defect; this one is ended, and another begun, when a defect takes it down.
 */
const channel = await connectChannel('session');
let setup: WorkerSetup | null = null;
let checks: ReadonlyMap<string, LoadedCheck> = new Map();
let defects: ReadonlyMap<string, Defect> = new Map();

channel.onCommand(async (name, value) => {
  switch (name) {
    case 'load':
      return load(value as WorkerSetup);
    case 'play':
      return play(value as PlayRequest);
    default:
      throw new RangeError(`an unknown command "${name}"`);
  }
});

async function load(given: WorkerSetup): Promise<Loaded> {
  setup = given;
  const roots = { projectDir: given.projectDir, packageDir: given.packageDir };
  standInForVitest();
  defects = new Map((await allDefects(given.defectsDir)).map((defect) => [defect.name, defect]));
  const found: LoadedCheck[] = [];
  const faults: string[] = [];
  for (const phase of phaseNames) {
    const files = given.files[phase] ?? [];
    const loaded =
      phase === 'uat' ? await loadFeatures({ files, roots }) : await loadSuites({ phase, files, roots });
    found.push(...loaded.checks);
    faults.push(...loaded.faults);
  }
  checks = new Map(found.map((check) => [check.id, check]));
  const sound = await openResidentSandbox(null);
  await sound.close();
  return { checks: found.map((check) => ({ ...told(check), leftOut: whyNot(check, sound) })), faults };
}

function told({ id, phase, file, titlePath, topic, tags }: LoadedCheck) {
  return { id, phase, file, titlePath, topic, tags };
}

function whyNot({ needs, topic }: LoadedCheck, { description }: ResidentSandbox): string | null {
  const capabilities: Readonly<Record<string, string>> = description.capabilities;
  const absent = needs.filter((need) => !['native', 'emulated'].includes(capabilities[need] ?? 'absent'));
  if (absent.length > 0) return `the sandbox lacks ${absent.join(', ')}`;
  return topic === 'screen' && setup?.chromium == null ? 'no browser on this machine' : null;
}

async function play({ defect, seed, checks: ids, until }: PlayRequest): Promise<readonly PlayedCheck[]> {
  const replaced = defect === null ? null : (defects.get(defect) ?? unknown('defect', defect));
  const played: PlayedCheck[] = [];
  let sandbox = await openResidentSandbox(replaced);
  try {
    for (const id of ids) {
      const check = checks.get(id) ?? unknown('check', id);
      await channel.record({ kind: 'check-started', checkId: id });
      const { isLate, ...outcome } = await playCheck(check, await contextOf(check, sandbox, seed));
      channel.tell({
        kind: 'check-finished',
        checkId: id,
        status: 'passed',
        cause: null,
        durationMs: 0,
        error: null,
      });
      played.push(outcome);
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

async function contextOf({ phase }: LoadedCheck, { url, description }: ResidentSandbox, seed: number) {
  if (setup === null) throw new RangeError('play before load');
  const { projectDir, packageDir, workDir, chromium } = setup;
  const configuration: ScenarioConfiguration = {
    phase,
    runId: 'prove',
    part: 1,
    seed,
    projectDir,
    packageDir,
    phaseDir: workDir,
    target: {
      driver: 'sandbox',
      url,
      options: {},
      profile: description.profile,
      capabilities: description.capabilities,
    },
    chromium,
    load: { seconds: 0, ratesPerSecond: {}, limitsMs: {} },
  };
  return { configuration, driver: await loadDriver('sandbox', projectDir) };
}

function unknown(what: string, name: string): never {
  throw new RangeError(`no ${what} is called ${name}`);
}
