import type { RecognisedMonth } from '../../../model/billing/revenue.ts';
import { instant, type LocalDate } from '../../../model/date.ts';
import type { StoredInvoice, StoredLine } from '../../billing/stored-invoice.ts';
import type { Context } from '../../engine.ts';
import type { EarnedMonth } from '../../rules/ledger/earned-by-month.ts';
import { creditNotesFor } from '../../store/credit-notes.ts';
import { invoiceById } from '../../store/invoices.ts';

const by = 'day';

/** Each line is earned over its own period, and one without a period on the day of its invoice. */
export function revenueSchedule(
  context: Context,
  invoiceId: string,
  asOf: LocalDate | null = null,
): readonly RecognisedMonth[] {
  const invoice = invoiceById(context, invoiceId);
  if (asOf !== null && invoice.voidedOn !== null && invoice.voidedOn <= asOf) return [];
  const credited = creditedBy(context, invoiceId, asOf);
  const sums = new Map<LocalDate, bigint>();
  for (const [index, line] of invoice.lines.entries()) {
    const amountMinor = context.rules.revenueOfLine(line) - (credited.get(index) ?? 0n);
    for (const { month, amountMinor: earned } of earnedOf(context, invoice, { line, amountMinor }))
      sums.set(month, (sums.get(month) ?? 0n) + earned);
  }
  return [...sums]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([month, amountMinor]) => ({ month, revenue: { amountMinor, currency: invoice.currency } }));
}

/** What credit notes up to the day took back of each line, by its position. */
function creditedBy(context: Context, invoiceId: string, day: LocalDate | null): ReadonlyMap<number, bigint> {
  const sums = new Map<number, bigint>();
  if (day === null) return sums;
  const notes = creditNotesFor(context, invoiceId).filter(({ date }) => date <= day);
  for (const { line, net } of notes.flatMap(({ lines }) => lines))
    sums.set(line, (sums.get(line) ?? 0n) + net);
  return sums;
}

function earnedOf(
  context: Context,
  invoice: StoredInvoice,
  { line, amountMinor }: { readonly line: StoredLine; readonly amountMinor: bigint },
): readonly EarnedMonth[] {
  const { rules } = context;
  const period = line.period ?? { from: invoice.issueDate, to: invoice.issueDate };
  const service = { from: midnight(period.from), to: midnight(period.to), by } as const;
  const slices = rules.serviceSlices(service);
  return rules.earnedWhenBooked(rules.earnedByMonth(amountMinor, slices, by), invoice.issueDate);
}

function midnight(day: LocalDate) {
  return instant(`${day}T00:00:00Z`);
}
