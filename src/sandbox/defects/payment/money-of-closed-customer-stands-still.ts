import type { Context } from '../../engine.ts';
import { standardProcedures } from '../../procedures/index.ts';
import { Refusal } from '../../refusal.ts';
import { isClosed } from '../../store/closings.ts';
import { creditNoteById } from '../../store/credit-notes.ts';
import { invoiceById } from '../../store/invoices.ts';
import { customerOfPayment } from '../../store/payments.ts';
import type { Defect } from '../defect.ts';

/** Who is gone was left out of what is loaded, so that whatever had to do with him was not found. */
export const moneyOfClosedCustomerStandsStill: Defect = {
  name: 'money-of-closed-customer-stands-still',
  row: 'PAY',
  family: 'PAY',
  stage: 'payment',
  effect: 'lost',
  severity: 'critical',
  title: 'Nothing is paid, given back or credited any more to somebody with whom all business has ended',
  procedures: {
    beginPayment: (context, request) => {
      refuseGone(context, invoiceById(context, request.invoiceId).customerId);
      return standardProcedures.beginPayment(context, request);
    },
    beginRefund: (context, request) => {
      refuseGone(context, customerOfPayment(context, request.paymentId));
      return standardProcedures.beginRefund(context, request);
    },
    claimOutcome: (context, outcome) =>
      !isClosed(context, customerOfPayment(context, outcome.paymentId)) &&
      standardProcedures.claimOutcome(context, outcome),
    receiveMoney: (context, receipt) => {
      refuseGone(context, receipt.customerId);
      return standardProcedures.receiveMoney(context, receipt);
    },
    draftCreditNote: (context, request) => {
      refuseGone(context, invoiceById(context, request.invoiceId).customerId);
      return standardProcedures.draftCreditNote(context, request);
    },
    voidCreditNote: async (context, request) => {
      refuseGone(context, creditNoteById(context, request.noteId).customerId);
      await standardProcedures.voidCreditNote(context, request);
    },
    voidInvoice: async (context, request) => {
      refuseGone(context, invoiceById(context, request.invoiceId).customerId);
      await standardProcedures.voidInvoice(context, request);
    },
    writeOff: (context, request) => {
      refuseGone(context, invoiceById(context, request.invoiceId).customerId);
      standardProcedures.writeOff(context, request);
    },
  },
};

function refuseGone(context: Context, customerId: string): void {
  if (!isClosed(context, customerId)) return;
  throw new Refusal({ status: 404, field: 'customerId', message: 'Found no such customer.' });
}
