import { standardProcedures } from '../../procedures/index.ts';
import type { Defect } from '../defect.ts';

/** What he had to his credit was used up meanwhile. */
export const chargebackTakesWhatCreditIsLeft: Defect = {
  name: 'chargeback-takes-what-credit-is-left',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'under-billed',
  severity: 'major',
  title:
    'Of a payment that the bank took back, only as much is reclaimed as the customer has to his credit still',
  procedures: {
    reclaimCredit: (context, voided, amountMinor) => {
      const left = context.procedures.availableBalance(context, voided.customerId);
      standardProcedures.reclaimCredit(context, voided, left < amountMinor ? left : amountMinor);
    },
  },
};
