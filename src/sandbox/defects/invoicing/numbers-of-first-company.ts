import type { Context } from '../../engine.ts';
import { takeNumber } from '../../store/legal-entities.ts';

/** In which each invoice takes the next number of the first company. */
export function numbersOfFirstCompany(context: Context): Context {
  const nextInvoiceNumber: typeof context.procedures.nextInvoiceNumber = (within) =>
    within.rules.invoiceNumber('INV-', takeNumber(within, 'INV-'));
  return { ...context, procedures: { ...context.procedures, nextInvoiceNumber } };
}
