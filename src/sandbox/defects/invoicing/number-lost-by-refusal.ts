import { nextInvoiceNumber } from '../../procedures/invoicing/next-invoice-number.ts';
import { subscribe } from '../../procedures/subscription/subscribe.ts';
import { takeNumber } from '../../store/legal-entities.ts';
import type { Defect } from '../defect.ts';

/** The counter stood outside of the transaction that was rolled back. The list has no row for it. */
export const numberLostByRefusal: Defect = {
  name: 'number-lost-by-refusal',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'major',
  title: 'An order that is refused takes a number with it',
  procedures: {
    subscribe: (context, order) => {
      try {
        return subscribe(context, order);
      } catch (error) {
        refused.add(context.tenantId);
        throw error;
      }
    },
    nextInvoiceNumber: (context, customerId) => {
      if (refused.delete(context.tenantId)) takeNumber(context, 'INV-');
      return nextInvoiceNumber(context, customerId);
    },
  },
};

/** Tenants whose next number is lost already. */
const refused = new Set<string>();
