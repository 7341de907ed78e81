import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { localDate } from '../../../model/date.ts';
import { parseMoney, sumMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { amountOff, couponOf, held, percentOff } from '../../../scenario/coupons.ts';
import { castHistory, fee, monthlyPlan, subscriptionOf } from '../../../scenario/drawn/customer-history.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { expectWorkedOut } from '../../../scenario/worked-out-bills.ts';
import { workedOutChecks } from '../../../scenario/worked-out-checks.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-04-01');
const perSeat = (unit: string): Charge => ({ ...fee('0'), price: { kind: 'per-unit', unit } });
const basic = monthlyPlan('basic', [perSeat('30.00')]);
const pro = monthlyPlan('pro', [perSeat('60.00')]);
const tags = ['@edge', '@risk-high'];
const on = (day: string) => ({ kind: 'date', date: localDate(day) }) as const;

async function expectBilled(
  world: World,
  { session, customerId }: OpenContract,
  [net, because]: readonly [net: string, because: string],
) {
  const invoices = await session.invoices(customerId);
  world.expectMoney({
    measure: 'billed in all',
    expected: parseMoney(net, 'EUR'),
    actual: sumMoney(
      invoices.map(({ total }) => total),
      'EUR',
    ),
    nature: 'charge',
    customer: 'Acme',
    explanation: because,
  });
}

describe('During a pause', () => {
  for (const { what, need, change, net, because } of [
    {
      what: 'seats',
      need: 'subscription.quantity',
      change: (session: OpenContract['session'], id: string) =>
        session.changeQuantity(id, '2', on('2026-04-16')),
      net: '90.00',
      because:
        'EUR 1.00 a day until 10 April, nothing until the 20th, EUR 2.00 a day until the 30th; May 60.00.',
    },
    {
      what: 'the plan',
      need: 'subscription.change',
      change: (session: OpenContract['session'], id: string) =>
        session.changePlan(id, 'pro', on('2026-04-16')),
      net: '90.00',
      because:
        'EUR 1.00 a day until 10 April, nothing until the 20th, EUR 2.00 a day until the 30th; May 60.00.',
    },
  ] as const)
    check(
      `${what} may change; it is billed from the day of resumption on`,
      { topic: 'proration', needs: ['clock', 'price.per-unit', 'subscription.pause', need], tags },
      async (world) => {
        const contract = await openContract(world, { customer: 'Acme', plan: basic, start });
        const { session, subscription } = contract;
        await session.publish(pro);
        await session.advanceTo(localDate('2026-04-11'));
        await session.pause(subscription.id, on('2026-04-11'));
        await session.advanceTo(localDate('2026-04-16'));
        await change(session, subscription.id);
        await session.advanceTo(localDate('2026-04-20'));
        await expectBilled(world, contract, ['10.00', 'Ten days of April were served; nothing since.']);
        await session.advanceTo(localDate('2026-04-21'));
        await session.resume(subscription.id, on('2026-04-21'));
        await session.advanceTo(localDate('2026-05-01'));
        await expectBilled(world, contract, [net, because]);
      },
    );
});

const seats = [{ on: localDate('2026-04-11'), quantity: '3' }];
const planned = { cancelledOn: localDate('2026-05-01'), cancelToldOn: localDate('2026-04-10') };
const cancelled = subscriptionOf('basic', '2026-04-01', { ...planned, cancelTiming: 'period-end' });

describe('Seats and plan', () => {
  workedOutChecks(
    [
      {
        title: 'A change of plan keeps the seats that were added since the order',
        history: castHistory('Acme', {
          plans: [basic, pro],
          subscriptions: [
            subscriptionOf('basic', '2026-04-01', {
              quantities: seats,
              changes: [{ on: localDate('2026-04-21'), plan: 'pro' }],
            }),
          ],
          until: '2026-05-15',
        }),
        bills: [
          ['2026-04-01', '30.00'],
          ['2026-04-11', '40.00'],
          ['2026-04-21', '30.00'],
          ['2026-05-01', '180.00'],
        ],
        because:
          '20 days of two more seats; 10 days at EUR 6.00 less EUR 3.00 a day; three seats of EUR 60.00.',
      },
    ],
    {
      topic: 'proration',
      needs: ['clock', 'price.per-unit', 'subscription.quantity', 'subscription.change'],
      tags,
    },
  );
});

describe('A base and its add-ons', () => {
  const plans = [monthlyPlan('basic', [fee('30.00')]), monthlyPlan('backup', [fee('5.00')])];
  const needs = ['clock', 'price.flat', 'subscription.cancel', 'subscription.add-on'] as const;
  workedOutChecks(
    [
      {
        title: 'An end that is planned for the end of the month ends both',
        history: castHistory('Acme', {
          plans,
          subscriptions: [cancelled, subscriptionOf('backup', '2026-04-01', { addOnTo: cancelled.key })],
          until: '2026-07-15',
        }),
        bills: [['2026-04-01', '35.00']],
        because: 'April is EUR 30.00 and EUR 5.00; from May on neither is served.',
      },
    ],
    { topic: 'proration', needs, tags },
  );

  check(
    'An end that is taken back leaves an add-on ended that was to end by itself',
    { topic: 'proration', needs: [...needs, 'subscription.undo'], tags },
    async (world) => {
      const [plan, backup] = plans;
      if (plan === undefined || backup === undefined) return;
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session, customerId, subscription } = contract;
      await session.publish(backup);
      const order = { customerId, plan: 'backup', start, quantity: '1', billing: 'anniversary' } as const;
      const addOn = await session.subscribe({
        key: `${world.checkId}-add-on`,
        ...order,
        addOnTo: subscription.id,
      });
      await session.advanceTo(localDate('2026-04-10'));
      await session.cancel(addOn.id, { kind: 'period-end' });
      await session.cancel(subscription.id, on('2026-06-01'));
      await session.advanceTo(localDate('2026-04-12'));
      await session.undo(subscription.id, 'cancellation');
      await session.advanceTo(localDate('2026-06-15'));
      const because =
        'The base goes on in April, May and June; the add-on was cancelled to the end of April.';
      await expectBilled(world, contract, ['95.00', because]);
    },
  );
});

describe('Two coupons at a time', () => {
  check(
    'are each used up by the invoices that they reduced',
    { topic: 'discount', needs: ['clock', 'price.flat', 'coupon', 'coupon.limits'], tags },
    async (world) => {
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [monthlyPlan('basic', [fee('100.00')])],
          subscriptions: [subscriptionOf('basic', '2026-01-01')],
          coupons: [
            held(couponOf('one', percentOff('10'), { invoicesMax: 2 }), '2026-01-10'),
            held(couponOf('two', amountOff('5.00'), { invoicesMax: 1 }), '2026-01-10'),
          ],
          until: '2026-04-15',
        }),
        bills: [
          ['2026-01-01', '100.00'],
          ['2026-02-01', '85.00'],
          ['2026-03-01', '90.00'],
          ['2026-04-01', '100.00'],
        ],
        because: 'February has both, March the first one only, April none.',
      });
    },
  );

  check(
    'may be one code, redeemed for each of two subscriptions and then for all: each redemption counts and ends by itself',
    { topic: 'discount', needs: ['clock', 'price.flat', 'coupon', 'coupon.limits'], tags },
    async (world) => {
      const subscriptions = ['one', 'two'].map((key) => subscriptionOf('basic', '2026-01-01', { key }));
      const fifth = couponOf('fifth', percentOff('20'), { invoicesMax: 2 });
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [monthlyPlan('basic', [fee('100.00')])],
          subscriptions,
          coupons: [
            held(fifth, '2026-01-10', 'one'),
            held(fifth, '2026-01-11', 'two'),
            held(fifth, '2026-02-10'),
          ],
          until: '2026-05-15',
        }),
        bills: [
          ['2026-01-01', '200.00'],
          ['2026-02-01', '160.00'],
          ['2026-03-01', '128.00'],
          ['2026-04-01', '160.00'],
          ['2026-05-01', '200.00'],
        ],
        because:
          'February: a fifth off each. March: a fifth of the EUR 160.00 besides. April: only what was redeemed for all. May: none.',
      });
    },
  );

  check(
    'come back with the void of an invoice that they reduced',
    {
      topic: 'discount',
      needs: ['clock', 'price.flat', 'coupon', 'coupon.limits', 'invoice.void'],
      tags,
    },
    async (world) => {
      const plan = monthlyPlan('basic', [fee('100.00')]);
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session, customerId } = contract;
      for (const code of ['one', 'two']) {
        await session.createCoupon(couponOf(code, amountOff('10.00'), { invoicesMax: 1 }));
        await session.redeemCoupon({
          key: `${world.checkId}-${code}`,
          customerId,
          code,
          subscriptionId: null,
        });
      }
      await session.advanceTo(localDate('2026-05-01'));
      const [, may] = await session.invoices(customerId);
      await session.voidInvoice(`${world.checkId}-void`, may?.id ?? '');
      await session.advanceTo(localDate('2026-06-01'));
      const totals = (await session.invoices(customerId)).map(({ total }) => total);
      world.expectEqual(
        'May, which is void, and June',
        ['80.00', '80.00'].map((text) => parseMoney(text, 'EUR')),
        totals.slice(1),
      );
    },
  );
});
