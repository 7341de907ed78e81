import type { LocalDate } from '../../../model/date.ts';
import type { Context } from '../../engine.ts';
import { deferredOf, invoicesToDefer } from '../../store/ledger.ts';
import { lastDayOf } from './close-period.ts';

/** Posts the difference only, so that a month follows from the one before, whatever came in between. */
export function deferRevenue(context: Context, month: LocalDate): void {
  for (const { id, customerId, currency } of invoicesToDefer(context, lastDayOf(month))) {
    const target = context.procedures
      .revenueSchedule(context, id, lastDayOf(month))
      .filter((earned) => earned.month > month)
      .reduce((sum, { revenue }) => sum + revenue.amountMinor, 0n);
    const lines = context.rules.deferralPostings(target - deferredOf(context, id));
    if (lines.length === 0) continue;
    context.procedures.postLedger(context, {
      date: lastDayOf(month),
      currency,
      customerId,
      invoiceId: id,
      lines,
    });
  }
}
