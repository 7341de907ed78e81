import { newId } from '../../new-id.ts';
import { enqueueForAll } from '../../store/webhooks.ts';
import type { Defect } from '../defect.ts';

/** Two workers took the same entry, which neither had claimed. In the row's own case its receiver acted twice. */
export const eventToldTwice: Defect = {
  name: 'event-told-twice',
  row: 'PAY-07',
  family: 'PAY',
  stage: 'integration',
  effect: 'billed-twice',
  severity: 'major',
  title: 'Every notification is sent twice',
  procedures: {
    emitEvent: (context, event) => {
      const id = newId('evt');
      for (let worker = 1; worker <= 2; worker += 1) enqueueForAll(context, JSON.stringify({ id, ...event }));
    },
  },
};
