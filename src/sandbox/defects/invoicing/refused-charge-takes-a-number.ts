import { chargeByHand } from '../../procedures/invoicing/charge-by-hand.ts';
import { nextInvoiceNumber } from '../../procedures/invoicing/next-invoice-number.ts';
import type { Defect } from '../defect.ts';

/** The number was drawn for the form, before anybody knew whether an invoice comes of it. The list has no row for it. */
export const refusedChargeTakesANumber: Defect = {
  name: 'refused-charge-takes-a-number',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'major',
  title: 'A charge by hand that is refused takes a number with it',
  procedures: {
    chargeByHand: (context, charge) => {
      try {
        return chargeByHand(context, charge);
      } catch (error) {
        refused.add(context.tenantId);
        throw error;
      }
    },
    nextInvoiceNumber: (context, customerId) => {
      if (refused.delete(context.tenantId)) nextInvoiceNumber(context, customerId);
      return nextInvoiceNumber(context, customerId);
    },
  },
};

/** Tenants whose next number is lost already. */
const refused = new Set<string>();
