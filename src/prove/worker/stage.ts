import { driver } from '../../drivers/sandbox.ts';
import { phaseNames } from '../../model/observing/phase.ts';
import { allDefects } from '../../sandbox/defects/all-defects.ts';
import type { Defect } from '../../sandbox/defects/defect.ts';
import type { ScenarioContext } from '../../scenario/ambient.ts';
import type { ScenarioConfiguration } from '../../scenario/configuration.ts';
import type { Loaded, WorkerSetup } from '../messages.ts';
import { loadFeatures } from './load-features.ts';
import { loadSuites, standInForVitest } from './load-suites.ts';
import type { LoadedCheck } from './loaded-check.ts';
import { openResidentSandbox, type ResidentSandbox } from './resident-sandbox.ts';

/** Suites, steps and defects, loaded once, and what each check needs around it. */
export interface Stage {
  readonly loaded: Loaded;
  check(id: string): LoadedCheck;
  /** Null is no defect. */
  defect(name: string | null): Defect | null;
  context(check: LoadedCheck, sandbox: ResidentSandbox, seed: number): Omit<ScenarioContext, 'channel'>;
}

export async function openStage(setup: WorkerSetup): Promise<Stage> {
  standInForVitest();
  const own = await allDefects(setup.defectsDir);
  const defects = new Map(own.map((defect) => [defect.name, defect]));
  const { found, faults } = await loadAll(setup);
  const checks = new Map(found.map((check) => [check.id, check]));
  const sound = await openResidentSandbox(null);
  await sound.close();
  const told = found.map(({ id, phase, file, titlePath, topic, tags, needs }) => {
    return { id, phase, file, titlePath, topic, tags, leftOut: whyNot({ needs, topic }, sound, setup) };
  });
  return {
    loaded: { checks: told, faults },
    check: (id) => checks.get(id) ?? unknown('check', id),
    defect: (name) => (name === null ? null : (defects.get(name) ?? unknown('defect', name))),
    context: (check, sandbox, seed) => ({
      configuration: configurationOf(setup, { check, sandbox, seed }),
      driver,
    }),
  };
}

async function loadAll({ files, projectDir, packageDir }: WorkerSetup) {
  const roots = { projectDir, packageDir };
  const found: LoadedCheck[] = [];
  const faults: string[] = [];
  for (const phase of phaseNames) {
    const named = files[phase] ?? [];
    if (named.length === 0) continue;
    const loaded =
      phase === 'uat'
        ? await loadFeatures({ files: named, roots })
        : await loadSuites({ phase, files: named, roots });
    found.push(...loaded.checks);
    faults.push(...loaded.faults);
  }
  return { found, faults };
}

function whyNot(
  { needs, topic }: Pick<LoadedCheck, 'needs' | 'topic'>,
  { description }: ResidentSandbox,
  { chromium }: WorkerSetup,
): string | null {
  const capabilities: Readonly<Record<string, string>> = description.capabilities;
  const absent = needs.filter((need) => !['native', 'emulated'].includes(capabilities[need] ?? 'absent'));
  if (absent.length > 0) return `the sandbox lacks ${absent.join(', ')}`;
  return topic === 'screen' && chromium === null ? 'no browser on this machine' : null;
}

interface PlayParts {
  readonly check: LoadedCheck;
  readonly sandbox: ResidentSandbox;
  readonly seed: number;
}

function configurationOf(setup: WorkerSetup, { check, sandbox, seed }: PlayParts): ScenarioConfiguration {
  const { profile, capabilities } = sandbox.description;
  return {
    phase: check.phase,
    // A sandbox keeps what it was sent under a key; with another seed the same check sends something else.
    runId: `prove-${seed}`,
    part: 1,
    seed,
    ...(setup.effort === undefined ? {} : { effort: setup.effort }),
    projectDir: setup.projectDir,
    packageDir: setup.packageDir,
    phaseDir: setup.workDir,
    target: { driver: 'sandbox', url: sandbox.url, options: {}, profile, capabilities },
    chromium: setup.chromium,
    load: { seconds: 0, ratesPerSecond: {}, limitsMs: {} },
  };
}

function unknown(what: string, name: string): never {
  throw new RangeError(`no ${what} is called ${name}`);
}
