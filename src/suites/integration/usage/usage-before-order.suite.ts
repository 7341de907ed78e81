import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { parseMoney, sumMoney } from '../../../model/money.ts';
import { castMember } from '../../../scenario/cast.ts';
import { check } from '../../../scenario/check.ts';
import { metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';

const calls = monthlyPlan('metered', [metered('calls', { kind: 'per-unit', unit: '1.00' })]);

/** Seven calls are told first, then the order, then five calls. */
const stories = [
  {
    title: 'days before an order that begins earlier',
    toldOn: '2026-04-05',
    at: '2026-04-03T09:00:00Z',
    orderedOn: '2026-04-10',
    start: '2026-04-01',
    more: ['subscription.backdate'],
  },
  {
    title: 'on the day of the order, an hour before it',
    toldOn: '2026-04-10',
    at: '2026-04-10T00:30:00Z',
    orderedOn: '2026-04-10',
    start: '2026-04-10',
    more: [],
  },
] as const;

describe('Usage that is told', () => {
  for (const { title, toldOn, at, orderedOn, start, more } of stories)
    check(
      `${title} is billed where it was taken`,
      {
        topic: 'completeness',
        needs: ['clock', 'usage', 'price.per-unit', ...more],
        tags: ['@edge', '@risk-high'],
      },
      async (world) => {
        const session = await world.target(localDate('2026-04-01'));
        await session.publish(calls);
        const { country = 'DE', timeZone = 'UTC' } = castMember('Acme') ?? {};
        const key = `${world.checkId}-customer`;
        const customer = { key, name: 'Acme', country, currency: 'EUR', timeZone };
        const { id: customerId } = await session.createCustomer(customer);
        const event = { customerId, meter: 'calls' };
        await session.advanceTo(localDate(toldOn));
        const [early] = await session.sendUsage([
          { ...event, id: `${world.checkId}-early`, quantity: '7', at: instant(at) },
        ]);
        await session.advanceTo(localDate(orderedOn));
        await session.subscribe({
          key: `${world.checkId}-order`,
          customerId,
          plan: calls.plan,
          start: localDate(start),
          quantity: '1',
          billing: 'anniversary',
        });
        await session.sendUsage([
          { ...event, id: `${world.checkId}-later`, quantity: '5', at: instant('2026-04-10T12:00:00Z') },
        ]);
        await session.advanceTo(localDate('2026-05-15'));
        const isTaken = early?.outcome === 'accepted';
        world.expectMoney({
          measure: 'calls of the first month',
          expected: parseMoney(isTaken ? '12.00' : '5.00', 'EUR'),
          actual: sumMoney(
            (await session.invoices(customerId)).map(({ total }) => total),
            'EUR',
          ),
          nature: 'charge',
          customer: 'Acme',
          explanation: `Five calls at EUR 1.00, and the seven before the order ${isTaken ? 'were taken' : 'were not'}.`,
        });
      },
    );
});
