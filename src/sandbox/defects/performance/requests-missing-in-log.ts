import type { Defect } from '../defect.ts';

/** The log kept samples, and what it counted was taken for all. The list has no row for it. */
export const requestsMissingInLog: Defect = {
  name: 'requests-missing-in-log',
  row: 'PERF',
  family: 'PERF',
  stage: 'performance',
  effect: 'missing-rows',
  severity: 'minor',
  title: 'Every 25th request is missing in the request log',
  rules: { isCounted: (requestNumber) => requestNumber % 25 !== 0 },
};
