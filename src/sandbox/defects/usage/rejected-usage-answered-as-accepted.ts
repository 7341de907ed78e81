import { ingestUsage } from '../../procedures/usage/ingest-usage.ts';
import type { Defect } from '../defect.ts';

/** The answer was given before anybody looked at the events. The list has no row for it. */
export const rejectedUsageAnsweredAsAccepted: Defect = {
  name: 'rejected-usage-answered-as-accepted',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'lost',
  severity: 'critical',
  title: 'Usage that cannot be taken is answered as accepted and forgotten',
  procedures: {
    ingestUsage: async (context, events) => {
      const results = await ingestUsage(context, events);
      return results.map((result) =>
        result.outcome === 'rejected' ? { ...result, outcome: 'accepted', reason: '' } : result,
      );
    },
  },
};
