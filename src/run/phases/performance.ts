import { join } from 'node:path';
import { k6 } from '../runners/k6.ts';
import { vitest } from '../runners/vitest.ts';
import { minutes, type Phase, suiteFiles } from './phase.ts';

/**
 * Load at a stated rate, and then the proof that every accepted event was billed exactly once. After that a day on which many
 * are billed while their invoices are read, and the proof that each was billed once.
 */
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
    {
      name: 'bill-day-seed',
      part: 'bill-day',
      runner: vitest,
      files: (places) => suiteFiles(places, 'performance/bill-day-seed'),
      whenCut: 'phase',
      reads: [],
      deadlineMs: () => minutes(10),
    },
    {
      name: 'bill-day',
      part: 'bill-day',
      runner: k6,
      files: ({ packageDir }) => [join(packageDir, 'perf', 'bill-day.ts')],
      whenCut: 'phase',
      reads: ['bill-day.json'],
      deadlineMs: (loadSeconds) => minutes(4) + loadSeconds * 1000,
    },
    {
      name: 'bill-day-reconcile',
      part: 'bill-day',
      runner: vitest,
      files: (places) => suiteFiles(places, 'performance/bill-day-reconcile'),
      whenCut: 'phase',
      reads: ['bill-day-seed.json', 'bill-day-outcomes.json'],
      deadlineMs: () => minutes(10),
    },
  ],
};
