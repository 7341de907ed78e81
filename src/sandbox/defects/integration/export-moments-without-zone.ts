import { exportedPeriod } from '../../rules/platform/exported-period.ts';
import type { Defect } from '../defect.ts';

/** The zone was dropped where days became moments. A kind of INT-03: the days were right, the moments were not. */
export const exportMomentsWithoutZone: Defect = {
  name: 'export-moments-without-zone',
  row: 'INT-03',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-period',
  severity: 'minor',
  title: 'The moments of service in the file are midnights of UTC',
  rules: { exportedPeriod: (period) => exportedPeriod(period, 'UTC') },
};
