import { join } from 'node:path';
import { k6 } from '../runners/k6.ts';
import { vitest } from '../runners/vitest.ts';
import { minutes, type Phase, suiteFiles } from './phase.ts';

/** Load at a stated rate, and then the proof that every accepted event was billed exactly once. */
export const performance: Phase = {
  name: 'performance',
  steps: [
    {
      name: 'seed',
      runner: vitest,
      files: (places) => suiteFiles(places, 'performance/seed'),
      whenCut: 'phase',
      reads: [],
      deadlineMs: () => minutes(5),
    },
    {
      name: 'load',
      runner: k6,
      files: ({ packageDir }, { profileFile }) => [profileFile ?? join(packageDir, 'perf', 'rehearsal.ts')],
      whenCut: 'phase',
      reads: ['load.json'],
      deadlineMs: (loadSeconds) => minutes(3) + loadSeconds * 1000,
    },
    {
      name: 'reconcile',
      runner: vitest,
      files: (places) => suiteFiles(places, 'performance/reconcile'),
      whenCut: 'phase',
      reads: ['seed.json', 'load-outcomes.json'],
      deadlineMs: () => minutes(10),
    },
  ],
};
