import { takeUsageEvent } from '../../procedures/usage/take-usage-event.ts';
import type { Store } from '../../store/store.ts';
import type { Defect } from '../defect.ts';

const repeatedLast = new WeakMap<Store, boolean>();

/** After the kind of langfuse/langfuse#16292: the cursor moved on by one too many. */
export const eventBehindARepeatLost: Defect = {
  name: 'event-behind-a-repeat-lost',
  row: 'USE',
  family: 'USE',
  stage: 'usage',
  effect: 'lost',
  severity: 'critical',
  title: 'A new event that comes right after a repeated one is answered as accepted and never stored',
  procedures: {
    takeUsageEvent: (context, event) => {
      const isBehind = repeatedLast.get(context.store) === true;
      const result = takeUsageEvent(context, event);
      repeatedLast.set(context.store, result.outcome === 'duplicate');
      if (isBehind && result.outcome === 'accepted')
        context.store.run(
          'DELETE FROM usage_events WHERE tenant = ? AND event_id = ?',
          context.tenantId,
          event.id,
        );
      return result;
    },
  },
};
