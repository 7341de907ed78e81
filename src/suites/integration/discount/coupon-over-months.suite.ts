import { describe } from 'vitest';
import { addDays, localDate } from '../../../model/date.ts';
import { monthsAfter } from '../../../oracle/time/calendar.ts';
import { billHistories } from '../../../scenario/billed-history.ts';
import { expectBilling } from '../../../scenario/billing-agreement.ts';
import { check } from '../../../scenario/check.ts';
import { couponOf, held, percentOff } from '../../../scenario/coupons.ts';
import {
  type CustomerHistory,
  customerHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';

const plan = monthlyPlan('basic', [fee('100.00')]);

/** When it is redeemed, as seen from a bill. */
const moments = [
  ['the day before', -1],
  ['the day after', 1],
  ['ten days after', 10],
] as const;

/** Billed from that day on, with a coupon that is redeemed near the second or third bill. */
function customers(start: string): readonly CustomerHistory[] {
  return moments.flatMap(([when, days]) =>
    [1, 2].flatMap((month) =>
      [2, 3].map((invoicesMax): CustomerHistory => {
        const on = addDays(monthsAfter(localDate(start), month), days);
        const name = `from ${start}, ${when} bill ${month + 1}, for ${invoicesMax}`;
        return customerHistory(
          { name, country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' },
          {
            plans: [plan],
            subscriptions: [subscriptionOf('basic', start)],
            coupons: [held(couponOf(name, percentOff('10'), { invoicesMax }), on)],
            until: monthsAfter(localDate(start), 7),
          },
        );
      }),
    ),
  );
}

describe('A coupon for some invoices counts invoices, and no months', () => {
  for (const day of ['28', '29', '30', '31'])
    check(
      `where the bills are of the ${day}. or of the last day of a shorter month`,
      {
        topic: 'discount',
        needs: ['clock', 'price.flat', 'coupon', 'coupon.limits'],
        tags: ['@coupon', '@edge', '@risk-high'],
      },
      async (world) => {
        const histories = customers(`2026-01-${day}`);
        const billed = await billHistories(world, histories);
        for (const history of histories)
          expectBilling(world, history, billed.get(history.name)?.invoices ?? []);
      },
    );
});
