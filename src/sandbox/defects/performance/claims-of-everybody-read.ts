import { claimItems } from '../../procedures/invoicing/claim-items.ts';
import type { Defect } from '../defect.ts';

/** An index was missing and the filter stood in the program: with ten times the customers a run took a hundred times as long. */
export const claimsOfEverybodyRead: Defect = {
  name: 'claims-of-everybody-read',
  row: 'PERF-02',
  family: 'PERF',
  stage: 'performance',
  effect: 'late',
  severity: 'major',
  title: 'For each subscription the run reads what was billed to everybody',
  procedures: {
    claimItems: (context, claim) => {
      const everybody = context.store.all(
        'SELECT subscription, item FROM claims WHERE tenant = ?',
        context.tenantId,
      );
      const known = new Set(everybody.map(({ subscription, item }) => `${subscription} ${item}`));
      const items = claim.items.filter(({ key }) => !known.has(`${claim.subscriptionId} ${key}`));
      return claimItems(context, { ...claim, items });
    },
  },
};
