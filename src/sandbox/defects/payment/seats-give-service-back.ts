import { standardProcedures } from '../../procedures/index.ts';
import { subscriptionById } from '../../store/subscriptions.ts';
import type { Defect } from '../defect.ts';

/** Whatever is told of a subscription was taken for news that it is in order. */
export const seatsGiveServiceBack: Defect = {
  name: 'seats-give-service-back',
  row: 'DUN',
  family: 'DUN',
  stage: 'payment',
  effect: 'disclosed',
  severity: 'major',
  title: 'Who has no service for his debts has it again once he orders other seats',
  procedures: {
    changeQuantity: (context, change) => {
      standardProcedures.changeQuantity(context, change);
      const { customerId } = subscriptionById(context, change.subscriptionId);
      context.procedures.setAccess(context, customerId, false);
    },
  },
};
