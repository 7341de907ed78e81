import { join } from 'node:path';
import { reconcile } from '../runners/reconcile.ts';
import { vitest } from '../runners/vitest.ts';
import { minutes, type Phase, suiteFiles } from './phase.ts';

/** The legacy system's accounts in the target, and its bills against what the target bills. */
export const migration: Phase = {
  name: 'migration',
  steps: [
    {
      name: 'extract',
      runner: vitest,
      files: (places) => suiteFiles(places, 'migration/extract'),
      whenCut: 'phase',
      reads: [],
      deadlineMs: () => minutes(10),
    },
    {
      name: 'compare',
      runner: reconcile,
      files: ({ packageDir }) => [join(packageDir, 'data', 'legacy')],
      whenCut: 'rest',
      reads: ['target-bills.csv'],
      deadlineMs: () => minutes(10),
    },
  ],
};
