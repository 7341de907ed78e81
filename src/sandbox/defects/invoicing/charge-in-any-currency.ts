import { chargeByHand } from '../../procedures/invoicing/charge-by-hand.ts';
import { customerById } from '../../store/customers.ts';
import type { Defect } from '../defect.ts';

/** Only the number was stored: USD 10.00 for a customer in euros became EUR 10.00. */
export const chargeInAnyCurrency: Defect = {
  name: 'charge-in-any-currency',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'over-billed',
  severity: 'major',
  title: 'A charge in a foreign currency is taken as if it were in that of the customer',
  procedures: {
    chargeByHand: (context, charge) => {
      const { currency } = customerById(context, charge.customerId);
      return chargeByHand(context, { ...charge, amount: { ...charge.amount, currency } });
    },
  },
};
