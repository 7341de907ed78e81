import { settleUnpaid } from '../../procedures/subscription/close-customer.ts';
import type { Defect } from '../defect.ts';

/** The choice was read as a switch that is on when it is told. */
export const closingCreditsWhatStays: Defect = {
  name: 'closing-credits-what-stays',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'over-credited',
  severity: 'critical',
  title: 'With a customer who is closed his debts go, though they were to stay',
  procedures: {
    settleUnpaid: (context, { customerId }) => settleUnpaid(context, { customerId, unpaid: 'credited' }),
  },
};
