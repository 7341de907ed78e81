import { HarnessFault } from '../../../model/fault.ts';
import type { Context, Posting } from '../../engine.ts';
import { newId } from '../../new-id.ts';
import { closedTo } from '../../store/closed-periods.ts';
import { insertEntry } from '../../store/ledger.ts';

/** Writes a posting only when both of its sides are equal, and never into a month that is closed. */
export function postLedger(context: Context, posting: Posting): void {
  if (!context.rules.isBalanced(posting.lines)) {
    throw new HarnessFault({
      code: 'INTERNAL',
      message: `Found a posting in ${posting.currency} whose sides differ, expected them to be equal.`,
      hint: 'Nothing was written; look at the rule that makes the posting.',
    });
  }
  writePosting(context, { ...posting, date: context.rules.postingDay(posting.date, closedTo(context)) });
}

export function writePosting(context: Context, posting: Posting): void {
  const postingId = posting.id ?? newId('post');
  for (const line of posting.lines) {
    insertEntry(context, {
      postingId,
      date: posting.date,
      account: line.account,
      side: line.side,
      amount: { currency: posting.currency, amountMinor: line.amountMinor },
      customerId: posting.customerId,
      invoiceId: posting.invoiceId,
    });
  }
  context.procedures.valuePosting(context, { ...posting, id: postingId });
}
