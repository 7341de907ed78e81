import { newId } from '../../new-id.ts';
import { enqueueAgain, everyDelivery } from '../../store/webhooks.ts';
import type { Defect } from '../defect.ts';

/** A replay made new events of the old ones, and receivers acted a second time. The list has no row for it; PAY-07 is what comes of it. */
export const toldAgainUnderNewIdentity: Defect = {
  name: 'told-again-under-new-identity',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'What is told again is told as if it were new',
  procedures: {
    redeliver: (context) => {
      for (const { endpoint, body } of everyDelivery(context)) {
        const event: object = JSON.parse(body);
        enqueueAgain(context, { endpoint, body: JSON.stringify({ ...event, id: newId('evt') }) });
      }
    },
  },
};
