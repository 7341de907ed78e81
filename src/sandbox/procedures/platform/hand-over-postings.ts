import type { PostingHandOver } from '../../../model/billing/order.ts';
import type { OutgoingPosting } from '../../engine/neighbour-procedures.ts';
import type { Context } from '../../engine.ts';
import { presentEntry } from '../../http/present.ts';
import { refuse } from '../../refusal.ts';
import {
  countToHandOver,
  entriesOfPosting,
  neighbourOf,
  noteHandedOver,
  postingsToHandOver,
} from '../../store/neighbours.ts';

const timeoutMs = 2_000;
/** Accounting has a posting of this id already: an earlier answer was lost on its way. */
const known = 409;

/** In the order of the books, so that accounting never sees a payment before its invoice. */
export async function handOverPostings(context: Context): Promise<PostingHandOver> {
  const accounting = neighbourOf(context, 'accounting');
  if (accounting === null) refuse('kind', 'Found no accounting, expected it to be connected before.');
  let taken = 0;
  for (const postingId of postingsToHandOver(context)) {
    const entries = entriesOfPosting(context, postingId);
    const isTaken = await context.procedures.handOver(context, { url: accounting.url, postingId, entries });
    if (!isTaken) break;
    noteHandedOver(context, postingId);
    taken += 1;
  }
  return { taken, open: countToHandOver(context) };
}

export async function handOver(
  _context: Context,
  { url, postingId, entries }: OutgoingPosting,
): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ postingId, entries: entries.map(presentEntry) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return response.ok || response.status === known;
  } catch {
    return false;
  }
}
