import { HarnessFault } from '../../model/fault.ts';
import type { Context, Posting } from '../engine.ts';
import { newId } from '../new-id.ts';
import type { PostingLine } from '../rules/ledger-postings.ts';
import { insertEntry } from '../store/ledger.ts';

/** Writes a posting only when both of its sides are equal. */
export function postLedger(context: Context, posting: Posting): void {
  const difference = sideTotal(posting.lines, 'debit') - sideTotal(posting.lines, 'credit');
  if (difference !== 0n) {
    throw new HarnessFault({
      code: 'INTERNAL',
      message: `Found a posting whose sides differ by ${difference} minor units of ${posting.currency}, expected none.`,
      hint: 'Nothing was written; look at the rule that makes the posting.',
    });
  }
  writePosting(context, posting);
}

export function writePosting(context: Context, posting: Posting): void {
  const postingId = newId('post');
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
}

function sideTotal(lines: readonly PostingLine[], side: PostingLine['side']): bigint {
  return lines.filter((line) => line.side === side).reduce((total, line) => total + line.amountMinor, 0n);
}
