import { emitEvent } from '../../procedures/platform/emit-event.ts';
import { invoiceById } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

/** Invoices were announced by those who ask for money. The list has no row for it. */
export const invoiceOfNothingUntold: Defect = {
  name: 'invoice-of-nothing-untold',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'lost',
  severity: 'minor',
  title: 'Nobody is told of an invoice on which there is nothing to pay',
  procedures: {
    emitEvent: (context, event) => {
      const isInvoice = event.kind === 'invoice.finalised';
      if (isInvoice && invoiceById(context, event.objectId).total === 0n) return;
      emitEvent(context, event);
    },
  },
};
