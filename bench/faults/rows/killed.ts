import { waitFor } from '../../../src/cli/end-to-end/process-tree.fixture.ts';
import type { JournalRecord } from '../../../src/model/observing/record.ts';
import { both, keeps, resumesToGo } from '../again.ts';
import type { Row } from '../row.ts';
import { hosted } from '../setup.ts';
import { begins, checkOf, killOne, killTree, watchRun } from '../watched.ts';

interface KilledAt {
  readonly id: string;
  readonly where: string;
  readonly when: (record: JournalRecord) => boolean;
  /** Phases that must have kept their results. */
  readonly kept: readonly string[];
  /** Phases that begin anew when the run is taken up again. */
  readonly anew?: readonly string[];
}

/** 1: the whole run is killed; what is judged is the folder that it left. */
function runKilled({ id, where, when, kept, anew = [] }: KilledAt): Row {
  return {
    id,
    group: 'A',
    title: `run and all that it started killed in ${where}, then taken up again`,
    setup: hosted(),
    fault: async (scene) => {
      const run = await watchRun(scene);
      await run.sees(where, when);
      killTree(run.started.pid);
      await run.ended;
      const judged = await scene.start(['judge', run.runDir]).ended;
      return { ...judged, stderr: `run ${run.runId} on it\n${judged.stderr}` };
    },
    expect: {
      exitCodes: [2],
      verdict: 'INCOMPLETE',
      reasons: [/did not come to its end/],
      also: both(keeps(...kept), resumesToGo(...anew)),
    },
  };
}

const functional = ['unit', 'integration', 'uat'] as const;

const runs: readonly KilledAt[] = [
  { id: '1a', where: 'the unit phase', when: checkOf('check-finished', 'unit'), kept: ['unit'] },
  {
    id: '1b',
    where: 'the integration phase',
    when: checkOf('check-finished', 'integration'),
    kept: ['unit'],
  },
  { id: '1c', where: 'the uat phase', when: checkOf('check-finished', 'uat'), kept: ['unit', 'integration'] },
  {
    id: '1g',
    where: 'the time between the seed and the load',
    when: (record) => record.kind === 'step-finished' && record.step === 'seed',
    kept: functional,
    anew: ['performance'],
  },
  {
    id: '1d',
    where: 'the load',
    when: begins('performance/load'),
    kept: functional,
    anew: ['performance'],
  },
  {
    id: '1e',
    where: 'the migration phase',
    when: checkOf('check-finished', 'migration'),
    kept: [...functional, 'performance'],
    anew: ['migration'],
  },
  {
    id: '1f',
    where: 'the cleanup',
    when: (record) => record.kind === 'cleanup',
    kept: [...functional, 'performance', 'migration'],
  },
];

interface ToolKilled {
  readonly id: string;
  readonly what: string;
  readonly step: string;
  readonly command: RegExp;
  readonly when: (record: JournalRecord) => boolean;
  readonly reasons: readonly RegExp[];
  readonly kept: readonly string[];
}

/** 3, 9, 52: one tool is killed under the run, which goes on. */
function toolKilled({ id, what, step, command, when, reasons, kept }: ToolKilled): Row {
  return {
    id,
    group: id.startsWith('5') ? 'C' : 'A',
    title: `${what} killed`,
    setup: hosted(),
    fault: async (scene) => {
      const run = await watchRun(scene);
      await run.sees(what, when);
      // A step begins before its process does.
      const found = await waitFor(`a process of ${what}`, () => {
        const processes = run.processesOf(step, command);
        return processes.length > 0 ? processes : undefined;
      });
      for (const { pid } of found) killOne(pid);
      return run.ended;
    },
    expect: { exitCodes: [2], verdict: 'INCOMPLETE', reasons, also: keeps(...kept) },
  };
}

const tools: readonly ToolKilled[] = [
  {
    id: '3a',
    what: 'the session of the integration phase',
    step: 'integration/suites',
    command: /vitest\/session/,
    when: checkOf('check-started', 'integration'),
    reasons: [
      /integration, step suites \(vitest\): ended by signal SIGKILL/,
      /It had begun when its tool ended/,
    ],
    kept: ['unit', 'uat', 'performance', 'migration'],
  },
  {
    id: '3b',
    what: 'the session of the uat phase',
    step: 'uat/features',
    command: /cucumber\/session/,
    when: checkOf('check-started', 'uat'),
    reasons: [/uat, step features \(cucumber\): ended by signal SIGKILL/],
    kept: ['unit', 'integration', 'performance', 'migration'],
  },
  {
    id: '9a',
    what: 'a worker of the integration phase (as the kernel does when memory is out)',
    step: 'integration/suites',
    command: /vitest\/dist\/workers/,
    when: checkOf('check-started', 'integration'),
    reasons: [/integration/],
    kept: ['unit', 'integration', 'uat', 'performance', 'migration'],
  },
  {
    id: '52a',
    what: 'k6',
    step: 'performance/load',
    command: /\/k6 run/,
    when: begins('performance/load'),
    reasons: [/performance, step load \(k6\): ended by signal SIGKILL/],
    kept: ['unit', 'integration', 'uat', 'migration'],
  },
];

/** Runs and tools that are killed. */
export const killed: readonly Row[] = [...runs.map(runKilled), ...tools.map(toolKilled)];
