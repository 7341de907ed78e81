import type { RecognisedMonth } from '../../../model/billing/revenue.ts';
import { instant, type LocalDate } from '../../../model/date.ts';
import type { StoredInvoice, StoredLine } from '../../billing/stored-invoice.ts';
import type { Context } from '../../engine.ts';
import type { EarnedMonth } from '../../rules/ledger/earned-by-month.ts';
import { invoiceById } from '../../store/invoices.ts';

const by = 'day';

/** Each line is earned over its own period, and one without a period on the day of its invoice. */
export function revenueSchedule(context: Context, invoiceId: string): readonly RecognisedMonth[] {
  const invoice = invoiceById(context, invoiceId);
  const sums = new Map<LocalDate, bigint>();
  for (const line of invoice.lines) {
    for (const { month, amountMinor } of earnedOf(context, invoice, line))
      sums.set(month, (sums.get(month) ?? 0n) + amountMinor);
  }
  return [...sums]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([month, amountMinor]) => ({ month, revenue: { amountMinor, currency: invoice.currency } }));
}

function earnedOf(context: Context, invoice: StoredInvoice, line: StoredLine): readonly EarnedMonth[] {
  const { rules } = context;
  const amountMinor = rules.revenueOfLine(line);
  const period = line.period ?? { from: invoice.issueDate, to: invoice.issueDate };
  const service = { from: midnight(period.from), to: midnight(period.to), by } as const;
  const slices = rules.serviceSlices(service);
  return rules.earnedWhenBooked(rules.earnedByMonth(amountMinor, slices, by), invoice.issueDate);
}

function midnight(day: LocalDate) {
  return instant(`${day}T00:00:00Z`);
}
