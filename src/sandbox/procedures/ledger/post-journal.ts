import type { NewJournal } from '../../../model/billing/journal.ts';
import type { Context } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { refuse } from '../../refusal.ts';
import { closedTo } from '../../store/closed-periods.ts';
import { customerById } from '../../store/customers.ts';

/** A person chooses the day, so that a closed month is refused here and not moved. */
export function postJournal(context: Context, journal: Omit<NewJournal, 'key'>): string {
  const { id: customerId } = customerById(context, journal.customerId);
  const [first] = journal.lines;
  const currency = first?.amount.currency ?? '';
  if (first === undefined || journal.lines.some(({ amount }) => amount.currency !== currency))
    refuse('lines', 'Found lines of several currencies or none at all, expected lines of one.');
  if (journal.lines.some(({ amount }) => amount.amountMinor <= 0n))
    refuse(
      'lines',
      'Found an amount of zero or below, expected a positive one on the side where it belongs.',
    );
  const lines = journal.lines.map(({ account, side, amount }) => ({
    account,
    side,
    amountMinor: amount.amountMinor,
  }));
  if (!context.rules.isBalanced(lines))
    refuse('lines', 'Found debits that are not the credits, expected both sides to be equal.');
  if (context.rules.postingDay(journal.date, closedTo(context)) !== journal.date)
    refuse('date', `Found ${journal.date} in a closed month, expected a day after ${closedTo(context)}.`);
  const id = newId('post');
  context.procedures.postLedger(context, {
    id,
    date: journal.date,
    currency,
    customerId,
    invoiceId: null,
    lines,
  });
  return id;
}
