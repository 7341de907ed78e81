import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context } from '../../engine.ts';
import { advanceClock } from '../../procedures/platform/advance-clock.ts';
import { claimsOf, insertClaim } from '../../store/claims.ts';
import type { Defect } from '../defect.ts';

/** Each copy went by what it had read when it began. */
export const billingJobsOverlap: Defect = {
  name: 'billing-jobs-overlap',
  row: 'PERF-01',
  family: 'PERF',
  stage: 'performance',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'A billing job that is started before the last one ended bills the same periods',
  procedures: {
    advanceClock: async (context, to) => {
      const subscriptions = context.store.all(
        'SELECT id FROM subscriptions WHERE tenant = ?',
        context.tenantId,
      );
      const known = new Map(
        subscriptions.map(({ id }) => [String(id), new Set(claimsOf(context, String(id)).keys())]),
      );
      await nextTurn();
      await advanceClock(goingBy(context, known), to);
    },
  },
};

/** Takes what this copy of the job did not know of as open, whoever else has billed it meanwhile. */
function goingBy(context: Context, known: ReadonlyMap<string, Set<string>>): Context {
  return {
    ...context,
    procedures: {
      ...context.procedures,
      claimItems: (_, { subscriptionId, items, runDate }) => {
        const billed = known.get(subscriptionId) ?? new Set();
        const open = items.filter(({ key }) => !billed.has(key));
        for (const { key } of open) {
          billed.add(key);
          insertClaim(context, subscriptionId, { item: key, runDate });
        }
        return open;
      },
    },
  };
}
