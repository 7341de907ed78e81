import { entityOf, takeNumber } from '../../store/legal-entities.ts';
import type { Defect } from '../defect.ts';

/** One counter served all of them, and each had gaps where the others had invoices. The list has no row for it. */
export const numbersSharedByEntities: Defect = {
  name: 'numbers-shared-by-entities',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'major',
  title: 'All legal entities count on in one series',
  procedures: {
    nextInvoiceNumber: (context, customerId) =>
      context.rules.invoiceNumber(
        entityOf(context, customerId)?.numberPrefix ?? 'INV-',
        takeNumber(context, 'INV-'),
      ),
  },
};
