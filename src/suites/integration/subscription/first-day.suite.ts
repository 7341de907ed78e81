import { describe } from 'vitest';
import type { Charge } from '../../../model/billing/catalog.ts';
import { type LocalDate, localDate } from '../../../model/date.ts';
import { parseMoney, sumMoney } from '../../../model/money.ts';
import { type BillingSession, refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-04-01');
const may = localDate('2026-05-01');
const seats: Charge = { ...fee('0'), price: { kind: 'per-unit', unit: '30.00' } };
const basic = monthlyPlan('basic', [seats]);
const pro = monthlyPlan('pro', [{ ...seats, price: { kind: 'per-unit', unit: '60.00' } }]);
const setup = (amount: string): Charge => ({
  kind: 'one-off',
  code: 'setup',
  price: { kind: 'flat', amount },
});

async function begin(world: World, plan = basic): Promise<OpenContract> {
  const contract = await openContract(world, { customer: 'Acme', plan, start });
  await contract.session.publish(pro);
  return contract;
}

/** All that was billed and given back. */
async function expectBilled(
  world: World,
  { session, customerId }: OpenContract,
  expected: { readonly net: string; readonly because: string },
): Promise<void> {
  const invoices = await session.invoices(customerId);
  world.expectMoney({
    measure: 'billed in all',
    expected: parseMoney(expected.net, 'EUR'),
    actual: sumMoney(
      invoices.filter(({ status }) => status === 'finalised').map(({ total }) => total),
      'EUR',
    ),
    nature: 'charge',
    customer: 'Acme',
    explanation: expected.because,
  });
}

type Act = (session: BillingSession, subscriptionId: string, date: LocalDate) => Promise<unknown>;

/** What May costs when the first day of May is the first day of something new. */
const acts: readonly {
  readonly what: string;
  readonly need: 'cancel' | 'pause' | 'quantity' | 'change';
  readonly act: Act;
  readonly month: string;
}[] = [
  {
    what: 'cancelled',
    need: 'cancel',
    act: (session, id, date) => session.cancel(id, { kind: 'date', date }),
    month: '0.00',
  },
  {
    what: 'paused',
    need: 'pause',
    act: (session, id, date) => session.pause(id, { kind: 'date', date }),
    month: '0.00',
  },
  {
    what: 'given two more seats',
    need: 'quantity',
    act: (session, id, date) => session.changeQuantity(id, '3', { kind: 'date', date }),
    month: '90.00',
  },
  {
    what: 'changed to a dearer plan',
    need: 'change',
    act: (session, id, date) => session.changePlan(id, 'pro', { kind: 'date', date }),
    month: '60.00',
  },
];

describe('On the first day of a month that was paid in advance', () => {
  for (const { what, need, act, month } of acts) {
    check(
      `a subscription that is ${what} costs ${month} for the month`,
      {
        topic: 'proration',
        needs: ['clock', 'price.per-unit', `subscription.${need}`],
        tags: ['@edge', '@risk-high'],
      },
      async (world) => {
        const contract = await begin(world);
        await contract.session.advanceTo(may);
        await act(contract.session, contract.subscription.id, may);
        await contract.session.advanceTo(localDate('2026-05-31'));
        const net = (3000n + parseMoney(month, 'EUR').amountMinor).toString();
        await expectBilled(world, contract, {
          net: `${net.slice(0, -2)}.${net.slice(-2)}`,
          because: `EUR 30.00 for April, and for May EUR ${month}: none of its days was served as before.`,
        });
      },
    );
  }

  check(
    'which is the very first one, a change of plan does not charge another setup',
    {
      topic: 'proration',
      needs: ['clock', 'price.per-unit', 'price.one-off', 'subscription.change'],
      tags: ['@edge', '@risk-high'],
    },
    async (world) => {
      const sold = monthlyPlan('sold', [setup('99.00'), seats]);
      const taken = monthlyPlan('taken', [
        setup('70.00'),
        { ...seats, price: pro.charges[0]?.price ?? seats.price },
      ]);
      const contract = await begin(world, sold);
      await contract.session.publish(taken);
      await contract.session.changePlan(contract.subscription.id, 'taken', { kind: 'date', date: start });
      await contract.session.advanceTo(localDate('2026-04-30'));
      await expectBilled(world, contract, {
        net: '159.00',
        because:
          'The setup of EUR 99.00 was done once; April costs the EUR 60.00 of the plan that serves it.',
      });
    },
  );
});

describe('A change that is entered for a day before the last change', () => {
  check(
    'is refused, or bills each day once',
    {
      topic: 'proration',
      needs: ['clock', 'price.per-unit', 'subscription.quantity', 'subscription.backdate'],
      tags: ['@edge', '@risk-high'],
    },
    async (world) => {
      const contract = await begin(world);
      const { session, subscription } = contract;
      await session.advanceTo(localDate('2026-04-16'));
      const on = (day: string) => ({ kind: 'date', date: localDate(day) }) as const;
      await session.changeQuantity(subscription.id, '2', on('2026-04-16'));
      await session.advanceTo(localDate('2026-04-20'));
      const answer = await refusalOf(session.changeQuantity(subscription.id, '3', on('2026-04-10')));
      await session.advanceTo(localDate('2026-04-30'));
      const isTaken = answer === 'accepted';
      if (!isTaken) world.expectRefused(answer, 'A change for a day before the last change was not taken.');
      await expectBilled(world, contract, {
        net: isTaken ? '72.00' : '45.00',
        because: isTaken
          ? 'A seat is EUR 1.00 a day: 9 days with one and 21 days with three.'
          : 'A seat is EUR 1.00 a day: 15 days with one and 15 days with two.',
      });
    },
  );
});
