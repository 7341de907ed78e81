import { exportedPeriod } from '../../rules/platform/exported-period.ts';
import type { Defect } from '../defect.ts';

/** A local midnight was written as the day that it is in UTC; east of Greenwich every period began a day early. */
export const exportDaysInUtc: Defect = {
  name: 'export-days-in-utc',
  row: 'INT-03',
  family: 'INT',
  stage: 'integration',
  effect: 'wrong-period',
  severity: 'major',
  title: 'The file gives service days as they are in Greenwich, not where the customer lives',
  rules: {
    exportedPeriod: (period, zone) => {
      const exported = exportedPeriod(period, zone);
      return { ...exported, from: exported.servedFrom.slice(0, 10), to: exported.servedTo.slice(0, 10) };
    },
  },
};
