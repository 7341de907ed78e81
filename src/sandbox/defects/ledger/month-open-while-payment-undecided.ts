import { standardProcedures } from '../../procedures/index.ts';
import { refuse } from '../../refusal.ts';
import { everyPayment } from '../../store/payments.ts';
import type { Defect } from '../defect.ts';

/** Whatever was not booked yet held the books open. */
export const monthOpenWhilePaymentUndecided: Defect = {
  name: 'month-open-while-payment-undecided',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'late',
  severity: 'minor',
  title: 'A month cannot be closed as long as the bank has not decided on some payment',
  procedures: {
    closePeriod: (context, month) => {
      if (everyPayment(context).some(({ status }) => status === 'pending'))
        refuse('month', 'Found a payment that is not decided, expected none.');
      standardProcedures.closePeriod(context, month);
    },
  },
};
