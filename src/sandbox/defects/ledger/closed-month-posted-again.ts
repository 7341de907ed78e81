import { closePeriod, lastDayOf } from '../../procedures/ledger/close-period.ts';
import { deferredOf, invoicesToDefer } from '../../store/ledger.ts';
import type { Defect } from '../defect.ts';

/** The run did not look at what it had posted before. The list has no row for it; INV-01 is the same with invoices. */
export const closedMonthPostedAgain: Defect = {
  name: 'closed-month-posted-again',
  row: 'GL',
  family: 'GL',
  stage: 'ledger',
  effect: 'wrong-ledger',
  severity: 'critical',
  title: 'A month that is closed again is deferred again',
  procedures: {
    closePeriod: (context, month) => {
      closePeriod(context, month);
      for (const { id, customerId, currency } of invoicesToDefer(context, lastDayOf(month))) {
        const lines = context.rules.deferralPostings(deferredOf(context, id));
        context.procedures.postLedger(context, {
          date: lastDayOf(month),
          currency,
          customerId,
          invoiceId: id,
          lines,
        });
      }
    },
  },
};
