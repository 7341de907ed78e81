import { vitest } from '../runners/vitest.ts';
import { minutes, type Phase, suiteFiles } from './phase.ts';

/** From order to cash and books, through the target's own verbs and over the wire. */
export const integration: Phase = {
  name: 'integration',
  steps: [
    {
      name: 'suites',
      runner: vitest,
      files: (places) => suiteFiles(places, 'integration/**/*'),
      whenCut: 'rest',
      reads: [],
      deadlineMs: () => minutes(10),
    },
  ],
};
