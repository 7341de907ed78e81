import { enqueueAgain, everyDelivery, loggedDeliveries } from '../../store/webhooks.ts';
import type { Defect } from '../defect.ts';

/** Only what had been delivered was found when all was to be told again. The list has no row for it. */
export const givenUpNotToldAgain: Defect = {
  name: 'given-up-not-told-again',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'missing-rows',
  severity: 'major',
  title: 'A notification that was given up is not told again on command',
  procedures: {
    redeliver: (context, order) => {
      const givenUp = loggedDeliveries(context).filter(({ state }) => state === 'given-up');
      const told = everyDelivery(context).filter(({ body }) => givenUp.every((each) => each.body !== body));
      for (const delivery of order === 'reversed' ? told.toReversed() : told) enqueueAgain(context, delivery);
    },
  },
};
