import { takeNumber } from '../../store/legal-entities.ts';
import type { Defect } from '../defect.ts';

/** The prefix was set in one place of the form and read in another. The list has no row for it. */
export const entityWithoutSeries: Defect = {
  name: 'entity-without-series',
  row: 'INV',
  family: 'INV',
  stage: 'invoicing',
  effect: 'wrong-document',
  severity: 'major',
  title: 'Invoices of every legal entity carry the number of the first one',
  procedures: {
    nextInvoiceNumber: (context) => context.rules.invoiceNumber('INV-', takeNumber(context, 'INV-')),
  },
};
