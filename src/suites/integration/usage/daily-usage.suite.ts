import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { addDecimals, canonicalDecimal, compareDecimals } from '../../../model/decimal.ts';
import { dayInZone } from '../../../oracle/time/time-zone.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  customerHistory,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';

const unit = (price: string) => ({ kind: 'per-unit', unit: price }) as const;

const zones = [
  { name: 'Berlin', timeZone: 'Europe/Berlin', country: 'DE' },
  { name: 'Los Angeles', timeZone: 'America/Los_Angeles', country: 'US' },
] as const;

describe('Usage day by day', () => {
  for (const { name, timeZone, country } of zones) {
    check(
      `of a customer in ${name} adds up to the usage of the period, days without usage or not`,
      { topic: 'usage', needs: ['clock', 'usage', 'usage.daily', 'price.per-unit'] },
      async (world) => {
        const days = ['05', '06', '09', '14', '15', '29', '30'];
        const usage = days.flatMap((day, index) => [
          {
            id: `noon-${day}`,
            meter: 'calls',
            quantity: String(index + 2),
            at: instant(`2026-03-${day}T18:00:00Z`),
          },
          { id: `night-${day}`, meter: 'calls', quantity: '0.5', at: instant(`2026-03-${day}T23:45:00Z`) },
        ]);
        const history = customerHistory(
          { name: `Customer in ${name}`, country, currency: 'EUR', timeZone },
          {
            plans: [monthlyPlan('metered', [metered('calls', unit('1.00'))])],
            subscriptions: [subscriptionOf('metered', '2026-03-05')],
            usage,
            until: '2026-04-06',
          },
        );
        const { session, customer } = await expectHistory(world, history);
        const period = { from: localDate('2026-03-05'), to: localDate('2026-04-05') };
        const found = await session.dailyUsage(customer.customerId, 'calls', period);
        const expected = new Map<string, string>();
        for (const { at, quantity } of usage) {
          const day = dayInZone(at, timeZone);
          expected.set(day, addDecimals(expected.get(day) ?? '0', quantity));
        }
        world.expectEqual(
          'usage of each day',
          [...expected].map(([date, quantity]) => `${date} ${canonicalDecimal(quantity)}`),
          found
            .filter(({ quantity }) => compareDecimals(quantity, '0') !== 0)
            .map(({ date, quantity }) => `${date} ${canonicalDecimal(quantity)}`),
        );
        const sum = found.reduce((total, { quantity }) => addDecimals(total, quantity), '0');
        const billed = await session.billedUsage(customer.customerId, 'calls', period);
        world.expectEqual(
          'days together against the period',
          canonicalDecimal(billed),
          canonicalDecimal(sum),
        );
      },
    );
  }
});
