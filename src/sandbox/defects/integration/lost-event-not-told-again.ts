import { enqueueAgain, everyDelivery } from '../../store/webhooks.ts';
import type { Defect } from '../defect.ts';

/** Only what had been answered before was sent again. The list has no row for it. */
export const lostEventNotToldAgain: Defect = {
  name: 'lost-event-not-told-again',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'lost',
  severity: 'major',
  title: 'A replay leaves out what never arrived the first time',
  procedures: {
    redeliver: (context) => {
      const lost = context.store.all(
        "SELECT body FROM webhook_deliveries WHERE tenant = ? AND state = 'lost'",
        context.tenantId,
      );
      const bodies = new Set(lost.map(({ body }) => body));
      for (const delivery of everyDelivery(context))
        if (!bodies.has(delivery.body)) enqueueAgain(context, delivery);
    },
  },
};
