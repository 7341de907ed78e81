import { insertAudit } from '../../store/audit.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The table of the next year was never made. The list has no row for it. */
export const trailEndsWithItsYear: Defect = {
  name: 'trail-ends-with-its-year',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'major',
  title: 'Nothing is written down of what is done after the first year',
  procedures: {
    recordAudit: (context, entry) => {
      if (todayOf(context.store, context.tenantId) < '2027-01-01') insertAudit(context, entry);
    },
  },
};
