import { vitest } from '../runners/vitest.ts';
import { minutes, type Phase, suiteFiles } from './phase.ts';

/** One calculation of the target at a time, against the oracle and published cases. */
export const unit: Phase = {
  name: 'unit',
  steps: [
    {
      name: 'suites',
      runner: vitest,
      files: (places) => suiteFiles(places, 'unit/*'),
      whenCut: 'rest',
      reads: [],
      deadlineMs: () => minutes(5),
    },
  ],
};
