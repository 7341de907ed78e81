import { describe } from 'vitest';
import type { Invoice } from '../../../model/billing/invoice.ts';
import type { Order } from '../../../model/billing/order.ts';
import { instant, localDate } from '../../../model/date.ts';
import { check } from '../../../scenario/check.ts';
import { importAll, imported, order, orderedPlan } from '../../../scenario/situations/order-chain.ts';
import { onStreetOn, orderNeeds } from '../../../scenario/situations/order-street.ts';

const fetchedOn = localDate('2026-04-10');
const looksOn = localDate('2026-05-05');

/** When an order was placed is not when its service begins, nor when it is fetched. */
const days = [
  {
    words: 'days before its first one',
    placedAt: '2026-03-28T10:00:00Z',
    start: '2026-04-10',
    issued: '2026-04-10',
  },
  {
    words: 'on the evening before it',
    placedAt: '2026-04-09T21:30:00Z',
    start: '2026-04-10',
    issued: '2026-04-10',
  },
  { words: 'for a day to come', placedAt: '2026-04-09T10:00:00Z', start: '2026-04-20', issued: '2026-04-20' },
  {
    words: 'for a day of the month before',
    placedAt: '2026-04-02T10:00:00Z',
    start: '2026-03-15',
    issued: '2026-04-10',
  },
  {
    words: 'on the very day that it is fetched, for one before',
    placedAt: '2026-04-10T05:00:00Z',
    start: '2026-04-08',
    issued: '2026-04-10',
  },
] as const;

const homes = [
  { country: 'DE', timeZone: 'Europe/Berlin' },
  { country: 'JP', timeZone: 'Asia/Tokyo' },
  { country: 'US', timeZone: 'America/Los_Angeles' },
] as const;

/** When it was issued, and the first day that it charges for. */
function daysOf(invoice: Invoice | undefined): readonly (string | undefined)[] {
  const fees = invoice?.lines.filter(({ kind }) => kind === 'recurring') ?? [];
  return [invoice?.issueDate, fees[0]?.period?.from];
}

describe('The first day of an order that is fetched', () => {
  for (const { words, placedAt, start, issued } of days)
    check(
      `is the one that it says, also where it was placed ${words}`,
      { topic: 'order-to-cash', needs: orderNeeds, tags: ['@edge', '@risk-high'] },
      async (world) => {
        await onStreetOn(world, fetchedOn, async ({ session, source }) => {
          await session.publish(orderedPlan);
          for (const { country, timeZone } of homes) {
            const plain = order(`${world.checkId}-${country}`, localDate(start));
            const placed: Order = {
              ...plain,
              placedAt: instant(placedAt),
              customer: { ...plain.customer, country, timeZone },
            };
            source.offer(placed);
          }
          const taken = imported(await importAll(session, 4));
          world.expectEqual('orders that were taken', homes.length, taken.length);
          await session.advanceTo(looksOn);
          for (const { orderId, customerId } of taken) {
            const [first] = await session.invoices(customerId);
            world.expectEqual(`${orderId}: its first invoice`, [issued, start], daysOf(first));
          }
        });
      },
    );
});
