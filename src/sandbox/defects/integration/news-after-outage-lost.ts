import { emitEvent } from '../../procedures/platform/emit-event.ts';
import type { Defect } from '../defect.ts';

/** The address was marked as bad and never as good again. The list has no row for it. */
export const newsAfterOutageLost: Defect = {
  name: 'news-after-outage-lost',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'major',
  title: 'What happens after an event was given up is not sent to anybody any more',
  procedures: {
    emitEvent: (context, event) => {
      const { store, tenantId } = context;
      const givenUp = store.first(
        "SELECT seq FROM webhook_deliveries WHERE tenant = ? AND state = 'given-up'",
        tenantId,
      );
      emitEvent(context, event);
      if (givenUp === null) return;
      store.run(
        "UPDATE webhook_deliveries SET state = 'lost' WHERE tenant = ? AND state = 'pending'",
        tenantId,
      );
    },
  },
};
