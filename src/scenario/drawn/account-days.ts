import type { Invoice } from '../../model/billing/invoice.ts';
import type { LedgerEntry } from '../../model/billing/ledger.ts';
import type { LocalDate } from '../../model/date.ts';
import type { OpenContract } from '../situations/open-contract.ts';
import type { World } from '../world.ts';

/** What the books held on a day. */
export interface Booked {
  readonly day: LocalDate;
  readonly postings: ReadonlySet<string>;
}

export function nothingBooked(day: LocalDate): Booked {
  return { day, postings: new Set() };
}

/**
 * What was done since is booked on a day since: an older month was looked at already. Only what the end of a month defers
 * and earns belongs to its last day.
 */
export async function expectBookedSince(
  world: World,
  { session, customerId }: OpenContract,
  before: Booked,
): Promise<Booked> {
  const entries = await session.ledger(customerId);
  const deferring = new Set(
    entries.filter(({ account }) => account === 'deferred-revenue').map(({ postingId }) => postingId),
  );
  const days = new Map(entries.map(({ postingId, date }) => [postingId, date]));
  for (const [postingId, date] of days)
    world.expectThat(
      before.postings.has(postingId) || deferring.has(postingId) || date >= before.day,
      `Found the posting ${postingId} of ${date}, for something that was done on ${before.day} or later.`,
    );
  return { day: await session.today(), postings: new Set(days.keys()) };
}

/** Nothing that hangs on an invoice is booked before there is the invoice, however early its service was, and nothing ahead of time. */
export function expectBookedInTime(
  world: World,
  entries: readonly LedgerEntry[],
  of: { readonly invoices: readonly Invoice[]; readonly today: LocalDate },
): void {
  const issued = new Map(of.invoices.map(({ id, issueDate }) => [id, issueDate]));
  for (const { postingId, date, account, invoiceId } of entries) {
    const first = invoiceId === null ? undefined : issued.get(invoiceId);
    if (first === undefined) continue;
    world.expectThat(
      first <= date && date <= of.today,
      `Found the posting ${postingId} of ${account} on ${date}, for an invoice of ${first}, on ${of.today}.`,
    );
  }
}
