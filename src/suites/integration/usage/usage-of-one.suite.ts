import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { addDecimals } from '../../../model/decimal.ts';
import type { MeteredUsage } from '../../../oracle/subscription/billing-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
} from '../../../scenario/drawn/customer-history.ts';
import { expectBilledInAll } from '../../../scenario/situations/billed-in-all.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { expectWorkedOut } from '../../../scenario/worked-out-bills.ts';

const needs = ['clock', 'usage', 'usage.late', 'price.per-unit', 'price.flat'] as const;
const march = localDate('2026-03-01');
const tags = ['@edge', '@risk-high'];
const calls = metered('calls', { kind: 'per-unit', unit: '1.00' });
const plan = monthlyPlan('metered', [fee('10.00'), calls]);

/** So many calls at noon of the day, told for one of the subscriptions at the end of the other day. */
function used(
  day: string,
  quantity: string,
  told: { readonly for: string; readonly on: string },
): MeteredUsage {
  return {
    id: `${day}-${told.for}`,
    meter: 'calls',
    quantity,
    at: instant(`${day}T11:00:00Z`),
    subscription: told.for,
    arrived: localDate(told.on),
  };
}

describe('Usage that is told for one of several subscriptions', () => {
  check(
    'is in time as long as that one was not billed, whatever the others were',
    { topic: 'usage', needs, tags },
    async (world) => {
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [plan],
          subscriptions: [
            subscriptionOf('metered', '2026-03-01', { key: 'first' }),
            subscriptionOf('metered', '2026-03-15', { key: 'middle' }),
          ],
          usage: [
            used('2026-03-10', '100', { for: 'first', on: '2026-03-10' }),
            used('2026-03-28', '7', { for: 'middle', on: '2026-04-03' }),
          ],
          until: '2026-05-10',
        }),
        bills: [
          ['2026-03-01', '10.00'],
          ['2026-03-15', '10.00'],
          ['2026-04-01', '110.00'],
          ['2026-04-15', '17.00'],
          ['2026-05-01', '10.00'],
        ],
        because: '7 calls of 28 March are of the period until 15 April, and of no other one.',
      });
    },
  );

  check(
    'is of that one only when it comes after its bill, too',
    { topic: 'usage', needs, tags },
    async (world) => {
      await expectWorkedOut(world, {
        history: castHistory('Acme', {
          plans: [plan],
          subscriptions: [
            subscriptionOf('metered', '2026-03-01', { key: 'first' }),
            subscriptionOf('metered', '2026-03-01', { key: 'second' }),
          ],
          usage: [
            used('2026-03-10', '100', { for: 'first', on: '2026-03-10' }),
            used('2026-03-11', '7', { for: 'second', on: '2026-04-03' }),
          ],
          until: '2026-05-10',
        }),
        bills: [
          ['2026-03-01', '20.00'],
          ['2026-04-01', '120.00'],
          ['2026-05-01', '27.00'],
        ],
        because: '7 calls of 11 March come after the bill of April, and are on that of May once.',
      });
    },
  );
});

/** How the first of two subscriptions comes to have no bill for seven calls of a day that is billed already. */
const unbillable = [
  {
    what: 'of a subscription that had its last bill',
    more: ['subscription.cancel'],
    usedOn: '2026-03-20',
    before: ({ session, subscription }: OpenContract) =>
      session.cancel(subscription.id, { kind: 'period-end' }),
    net: '40.00',
    because: 'Both subscriptions for March, one of them for April and May',
  },
  {
    what: 'of a day before the subscription began',
    more: [],
    usedOn: '2026-02-20',
    before: async () => undefined,
    net: '60.00',
    because: 'Both subscriptions for March, April and May',
  },
  {
    what: 'of a day on which its plan counted something else',
    more: ['subscription.change'],
    usedOn: '2026-03-20',
    before: async ({ session, subscription }: OpenContract) => {
      const texts = metered('texts', { kind: 'per-unit', unit: '1.00' });
      await session.publish(monthlyPlan('texting', [fee('10.00'), texts]));
      const date = localDate('2026-03-16');
      await session.advanceTo(date);
      await session.changePlan(subscription.id, 'texting', { kind: 'date', date });
    },
    net: '60.00',
    because: 'Both subscriptions for March, April and May at EUR 10.00, whatever the plan',
  },
] as const;

describe('Usage that no bill can be for', () => {
  for (const { what, more, usedOn, before, net, because } of unbillable)
    check(
      `${what}, is not taken, or else is billed`,
      { topic: 'completeness', needs: [...needs, 'usage.late-window', ...more], tags },
      async (world) => {
        const contract = await openContract(world, { customer: 'Acme', plan, start: march });
        const { session, customerId, subscription } = contract;
        await session.subscribe({
          key: `${world.checkId}-second`,
          customerId,
          plan: plan.plan,
          start: march,
          quantity: '1',
          billing: 'anniversary',
        });
        await before(contract);
        await session.advanceTo(localDate('2026-04-03'));
        const accepted = await sendSeven(contract, usedOn, subscription.id);
        await session.advanceTo(localDate('2026-05-10'));
        await expectBilledInAll(world, contract, {
          net: accepted ? addDecimals(net, '7.00') : net,
          because: accepted ? `${because}, and the 7 calls that were taken.` : `${because}.`,
        });
      },
    );
});

/** Whether the target takes 7 calls of the day for the subscription. */
async function sendSeven(
  { session, customerId }: OpenContract,
  day: string,
  subscriptionId: string,
): Promise<boolean> {
  const at = instant(`${day}T11:00:00Z`);
  const [result] = await session.sendUsage([
    { id: `seven-${day}`, customerId, meter: 'calls', quantity: '7', at, subscriptionId },
  ]);
  return result?.outcome === 'accepted';
}
