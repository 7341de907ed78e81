import { type postLedger, writePosting } from '../../procedures/ledger/post-ledger.ts';
import { writeOff } from '../../procedures/payment/write-off.ts';
import { closedTo } from '../../store/closed-periods.ts';
import { invoiceById } from '../../store/invoices.ts';
import type { Defect } from '../defect.ts';

/** What was lost was to stand where it had been earned. The list has no row for it. */
export const writeOffIntoClosedMonth: Defect = {
  name: 'write-off-into-closed-month',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'critical',
  title: 'A write-off of an invoice from a month that was closed changes that month',
  procedures: {
    writeOff: (context, request) => {
      const { issueDate: date } = invoiceById(context, request.invoiceId);
      const isClosed = context.rules.postingDay(date, closedTo(context)) !== date;
      const post: typeof postLedger = isClosed
        ? (within, posting) => writePosting(within, { ...posting, date })
        : context.procedures.postLedger;
      writeOff({ ...context, procedures: { ...context.procedures, postLedger: post } }, request);
    },
  },
};
