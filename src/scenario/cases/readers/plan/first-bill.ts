import type { RoundingPoint } from '../../../../model/billing/policy-profile.ts';
import type { OpenCase } from '../../case-reader.ts';
import type { Figure, ProrationQuestion } from '../../claim.ts';
import { type WorkedDocument, workedDocument, workedFigure } from '../document/worked-document.ts';
import { charged } from '../proration/proration-figures.ts';

/** The bill with which a plan began that is paid in advance and ended later in the case. */
export interface FirstBill {
  readonly fee: ProrationQuestion;
  /** With the taxes or coupons that are stated. */
  readonly invoice: WorkedDocument;
}

/** Whether the case tells of the beginning by a step of its own, on which the first bill is made. */
export function tellsBeginning(open: OpenCase): boolean {
  return open.steps.some(({ verb }) => /^(create|start|subscribe)/.test(verb)) || billsBeginning(open);
}

/** Whether the only bill that the case tells of is made on the first day. */
export function billsBeginning({ given, steps }: OpenCase): boolean {
  const [bill, ...others] = steps.filter(({ verb }) => /^(bill|invoice)/.test(verb));
  if (bill === undefined || others.length > 0 || bill.at === null) return false;
  return bill.at === given.object('subscription').day('start');
}

export function firstBill(
  open: OpenCase,
  fee: ProrationQuestion | null,
  roundingPoint: RoundingPoint,
): FirstBill | null {
  return fee === null ? null : { fee, invoice: workedDocument(open, [fee], roundingPoint) };
}

export function firstBillFigure({ fee, invoice }: FirstBill, key: string, expected: string): Figure | null {
  if (key === 'firstFee') return charged(fee);
  if (['firstTax', 'firstInvoiceTax', 'invoiceTax'].includes(key))
    return workedFigure(invoice, 'tax', expected);
  if (['firstInvoice', 'firstInvoiceTotal', 'firstTotal', 'invoiceTotal'].includes(key))
    return workedFigure(invoice, 'total', expected);
  return null;
}
