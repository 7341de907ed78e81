import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const retriesAtEqualDistance: Defect = {
  name: 'retries-at-equal-distance',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'late',
  severity: 'minor',
  title: 'All attempts to tell a system that is down come at once, and none is left when it is up again',
  rules: { retryPauseMs: () => 10 },
};
