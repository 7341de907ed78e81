import { ingestUsage } from '../../procedures/usage/ingest-usage.ts';
import type { Defect } from '../defect.ts';

/** Repeats were looked for in the whole table instead of by their key. */
export const repeatsLookedForEverywhere: Defect = {
  name: 'repeats-looked-for-everywhere',
  row: 'PERF-02',
  family: 'PERF',
  stage: 'performance',
  effect: 'late',
  severity: 'major',
  title: 'Each batch of usage reads all usage that ever came',
  procedures: {
    ingestUsage: async (context, events) => {
      context.store.all('SELECT dedup_key FROM usage_events WHERE tenant = ?', context.tenantId);
      return ingestUsage(context, events);
    },
  },
};
