import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { canonicalDecimal } from '../../../model/decimal.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  castHistory,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';
import { expectBilledInAll } from '../../../scenario/situations/billed-in-all.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';

const unit = (price: string) => ({ kind: 'per-unit', unit: price }) as const;
const start = localDate('2026-05-01');
const needs = ['clock', 'usage', 'price.per-unit'] as const;
const calls = monthlyPlan('metered', [metered('calls', unit('1.00'))]);
const callsAndMessages = monthlyPlan('metered', [
  metered('calls', unit('1.00')),
  metered('messages', unit('2.00')),
]);

describe('Events with ids that are almost the same', () => {
  check(
    'are all counted: in another case, with zeros in front, or different only at their end',
    { topic: 'idempotency', needs, tags: ['@edge', '@new', '@risk-high'] },
    async (world) => {
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan: calls, start });
      const long = 'x'.repeat(60);
      const ids = ['event-a', 'event-A', 'EVENT-A', '7', '07', '007', `${long}1`, `${long}2`, `1${long}`];
      const event = { customerId, meter: 'calls', quantity: '1', at: instant('2026-05-04T10:00:00Z') };
      const results = await session.sendUsage(ids.map((id) => ({ ...event, id })));
      world.expectEqual(
        'accepted',
        ids.map((id) => [id, 'accepted']),
        results.map(({ id, outcome }) => [id, outcome]),
      );
      const period = { from: start, to: localDate('2026-06-01') };
      const counted = await session.billedUsage(customerId, 'calls', period);
      world.expectEqual('counted', '9', canonicalDecimal(counted));
    },
  );
});

describe('An event whose id was there before', () => {
  const first = { meter: 'calls', quantity: '3', at: instant('2026-05-04T10:00:00Z') };
  for (const { what, again, isNamedAtFirst = false, isNamedAgain = false } of [
    { what: 'with the subscription named', again: {}, isNamedAgain: true },
    { what: 'without the subscription that it named', again: {}, isNamedAtFirst: true },
    { what: 'with another quantity', again: { quantity: '4' } },
    { what: 'with another moment', again: { at: instant('2026-05-04T10:00:00.001Z') } },
    { what: 'in another month', again: { at: instant('2026-06-04T10:00:00Z') } },
    { what: 'with properties', again: { properties: { region: 'eu' } } },
    { what: 'for another meter', again: { meter: 'messages' } },
  ])
    check(
      `is the same event when it comes again ${what}`,
      { topic: 'idempotency', needs: [...needs, 'price.several-fees'], tags: ['@edge', '@risk-high'] },
      async (world) => {
        const contract = await openContract(world, { customer: 'Acme', plan: callsAndMessages, start });
        const { session, customerId, subscription } = contract;
        const event = { ...first, id: `${world.checkId}-event`, customerId };
        const named = { subscriptionId: subscription.id };
        await session.sendUsage([{ ...event, ...(isNamedAtFirst ? named : {}) }]);
        const [result] = await session.sendUsage([{ ...event, ...again, ...(isNamedAgain ? named : {}) }]);
        world.expectEqual('what became of it', 'duplicate', result?.outcome ?? '');
        await session.advanceTo(localDate('2026-07-02'));
        await expectBilledInAll(world, contract, { net: '3.00', because: 'Three calls, told twice.' });
      },
    );
});

describe('A batch of usage', () => {
  check(
    'has one result for each event in its order, and what cannot be taken holds up nothing behind it',
    { topic: 'completeness', needs, tags: ['@edge', '@new', '@risk-high'] },
    async (world) => {
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan: calls, start });
      const at = instant('2026-05-04T10:00:00Z');
      // Ids that neither rise nor fall; each ninth cannot be billed to anybody, and each tenth comes twice.
      const events = Array.from({ length: 100 }, (_, index) => ({
        id: index % 10 === 9 ? `e-${(index * 37 - 37) % 101}` : `e-${(index * 37) % 101}`,
        customerId,
        meter: index % 9 === 4 ? 'nobody charges for this' : 'calls',
        quantity: '1',
        at,
      }));
      const results = await session.sendUsage(events);
      world.expectEqual(
        'ids of the results',
        events.map(({ id }) => id),
        results.map(({ id }) => id),
      );
      // An event that comes twice is a repeat, whatever else is wrong with it.
      const wrong = results.filter(
        ({ outcome }, index) => index % 10 !== 9 && (outcome === 'rejected') !== (index % 9 === 4),
      );
      world.expectEqual('rejected or not, against what was sent', [], wrong);
      const accepted = results.filter(({ outcome }) => outcome === 'accepted').length;
      const period = { from: start, to: localDate('2026-06-01') };
      const counted = await session.billedUsage(customerId, 'calls', period);
      world.expectEqual('counted', String(accepted), canonicalDecimal(counted));
      world.expectThat(accepted >= 70, `Found ${accepted} accepted, expected at least 70.`);
    },
  );

  check(
    'may mix what was sent before with what is new: each new event counts, wherever it stands',
    { topic: 'completeness', needs, tags: ['@edge', '@risk-high'] },
    async (world) => {
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan: calls, start });
      const at = instant('2026-05-04T10:00:00Z');
      const events = Array.from({ length: 40 }, (_, index) => ({
        id: `${world.checkId}-${(index * 17) % 41}`,
        customerId,
        meter: 'calls',
        quantity: '1',
        at,
      }));
      const known = events.filter((_, index) => index % 3 === 1);
      await session.sendUsage(known);
      const results = await session.sendUsage(events);
      world.expectEqual(
        'outcomes of known and new events',
        events.map((event) => [event.id, known.includes(event) ? 'duplicate' : 'accepted']),
        results.map(({ id, outcome }) => [id, outcome]),
      );
      const period = { from: start, to: localDate('2026-06-01') };
      world.expectEqual(
        'counted',
        '40',
        canonicalDecimal(await session.billedUsage(customerId, 'calls', period)),
      );
    },
  );
});

describe('What a meter counts', () => {
  const use = (id: string, quantity: string, at: string) => ({ id, quantity, at: instant(at) });

  check(
    'Groups are told apart by each of their values, also where these run together or are missing',
    {
      topic: 'usage',
      needs: [...needs, 'usage.aggregation', 'usage.dimensions'],
      tags: ['@edge', '@new', '@risk-high'],
    },
    async (world) => {
      const groups = [
        { site: 'ab', zone: 'c' },
        { site: 'a', zone: 'bc' },
        { site: 'a,b', zone: 'c' },
        { site: 'a', zone: 'b,c' },
        { site: 'only' },
        { zone: 'only' },
        { site: 'x', zone: 'y' },
        { site: 'y', zone: 'x' },
      ];
      const usage = groups.map((properties, index) => ({
        ...use(`g-${index}`, '10', `2026-05-0${index + 1}T10:00:00Z`),
        meter: 'storage',
        properties,
      }));
      const charge = metered('storage', unit('1.00'), { aggregation: 'max', groupBy: ['site', 'zone'] });
      const { invoices } = await expectHistory(
        world,
        castHistory('Acme', {
          plans: [monthlyPlan('grouped', [charge])],
          subscriptions: [subscriptionOf('grouped', '2026-05-01')],
          usage,
          until: '2026-06-01',
        }),
      );
      world.expectEqual('billed', '80.00', total(invoices));
    },
  );

  check(
    'The last value counts, also when it is zero or a few thousandths of a second newer than another',
    { topic: 'usage', needs: [...needs, 'usage.aggregation'], tags: ['@edge', '@new', '@risk-high'] },
    async (world) => {
      const usage = [
        { ...use('zero-1', '50', '2026-05-03T10:00:00.000Z'), meter: 'level' },
        { ...use('zero-2', '0', '2026-05-04T10:00:00.000Z'), meter: 'level' },
        { ...use('late', '7', '2026-06-04T10:00:00.900Z'), meter: 'level' },
        { ...use('early', '90', '2026-06-04T10:00:00.100Z'), meter: 'level' },
      ];
      const { invoices } = await expectHistory(
        world,
        castHistory('Acme', {
          plans: [monthlyPlan('levelled', [metered('level', unit('1.00'), { aggregation: 'last' })])],
          subscriptions: [subscriptionOf('levelled', '2026-05-01')],
          usage,
          until: '2026-07-01',
        }),
      );
      world.expectEqual('billed', '7.00', total(invoices));
    },
  );

  check(
    'Whoever is counted once is the same by every letter of the name',
    { topic: 'usage', needs: [...needs, 'usage.aggregation'], tags: ['@edge', '@new'] },
    async (world) => {
      const subjects = ['user-1', 'User-1', 'user-10', 'user-1 ', 'üser', 'user', 'user-1'];
      const usage = subjects.map((subject, index) => ({
        ...use(`u-${index}`, '1', `2026-05-0${index + 1}T10:00:00Z`),
        meter: 'users',
        subject,
      }));
      const { invoices } = await expectHistory(
        world,
        castHistory('Acme', {
          plans: [monthlyPlan('counted', [metered('users', unit('1.00'), { aggregation: 'unique' })])],
          subscriptions: [subscriptionOf('counted', '2026-05-01')],
          usage,
          until: '2026-06-01',
        }),
      );
      world.expectEqual('billed', '6.00', total(invoices));
    },
  );

  check(
    'A day on which more was corrected than used is below zero, and the days still make the period',
    { topic: 'usage', needs: [...needs, 'usage.daily', 'usage.corrections'], tags: ['@edge', '@new'] },
    async (world) => {
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan: calls, start });
      const events = [
        use('d-1', '20', '2026-05-04T10:00:00Z'),
        use('d-2', '-25', '2026-05-06T10:00:00Z'),
        use('d-3', '9', '2026-05-08T10:00:00Z'),
      ];
      await session.sendUsage(events.map((event) => ({ ...event, customerId, meter: 'calls' })));
      const period = { from: start, to: localDate('2026-06-01') };
      const days = await session.dailyUsage(customerId, 'calls', period);
      world.expectEqual(
        'usage of each day',
        ['2026-05-04 20', '2026-05-06 -25', '2026-05-08 9'],
        days
          .map(({ date, quantity }) => `${date} ${canonicalDecimal(quantity)}`)
          .filter((text) => !text.endsWith(' 0')),
      );
    },
  );
});

function total(invoices: readonly { readonly total: { readonly amountMinor: bigint } }[]): string {
  const minor = invoices.reduce((sum, invoice) => sum + invoice.total.amountMinor, 0n).toString();
  return `${minor.slice(0, -2)}.${minor.slice(-2)}`;
}
