import type { Defect } from '../defect.ts';

/** The import of rates had stopped and nobody saw it. The list has no row for it. */
export const staleRateUsed: Defect = {
  name: 'stale-rate-used',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'major',
  title: 'A rate that nobody has renewed for months is still used',
  rules: { isRateStale: () => false },
};
