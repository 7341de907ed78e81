import { describe } from 'vitest';
import { type LocalDate, localDate } from '../../../model/date.ts';
import { displayMoney } from '../../../model/money.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import type { World } from '../../../scenario/world.ts';

interface Deed {
  readonly what: string;
  readonly needs: NonNullable<CheckOptions['needs']>;
  readonly act: (session: BillingSession, subscriptionId: string) => Promise<unknown>;
}

const start = localDate('2026-04-01');
const on = (date: string) => ({ kind: 'date', date: localDate(date) }) as const;
const atTheEnd = { kind: 'period-end' } as const;
const negotiated = [{ charge: 'fee', price: { kind: 'flat', amount: '45.00' } }] as const;

const planned: readonly (Deed & { readonly kind: 'change' | 'cancellation' })[] = [
  {
    what: 'another plan',
    kind: 'change',
    needs: ['subscription.change'],
    act: (session, id) => session.changePlan(id, 'pro', atTheEnd),
  },
  {
    what: 'another plan at a price that was agreed',
    kind: 'change',
    needs: ['subscription.change', 'subscription.negotiated-change'],
    act: (session, id) => session.changePlanAtPrice(id, { plan: 'pro', timing: atTheEnd, negotiated }),
  },
  {
    what: 'another plan on another bill day',
    kind: 'change',
    needs: ['subscription.change', 'subscription.bill-day-change'],
    act: (session, id) => session.changePlanAndBillDay(id, { plan: 'pro', timing: atTheEnd, billDay: 20 }),
  },
  {
    what: 'a pause',
    kind: 'change',
    needs: ['subscription.pause'],
    act: (session, id) => session.pause(id, atTheEnd),
  },
  {
    what: 'an end',
    kind: 'cancellation',
    needs: ['subscription.cancel'],
    act: (session, id) => session.cancel(id, atTheEnd),
  },
];

const later: readonly Deed[] = [
  {
    what: 'another plan for the end of the month',
    needs: ['subscription.change'],
    act: (session, id) => session.changePlan(id, 'pro', atTheEnd),
  },
  {
    what: 'another plan at once',
    needs: ['subscription.change'],
    act: (session, id) => session.changePlan(id, 'pro', on('2026-04-14')),
  },
  {
    what: 'other seats at once',
    needs: ['subscription.quantity'],
    act: (session, id) => session.changeQuantity(id, '2', on('2026-04-14')),
  },
  {
    what: 'a pause at once',
    needs: ['subscription.pause'],
    act: (session, id) => session.pause(id, on('2026-04-14')),
  },
  {
    what: 'an end at once',
    needs: ['subscription.cancel'],
    act: (session, id) => session.cancel(id, on('2026-04-14')),
  },
];

const twins = ['planned', 'never planned'] as const;

async function ordered(world: World, session: BillingSession, who: (typeof twins)[number]) {
  const key = `${world.checkId}-${who}`;
  const where = { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' };
  const { id: customerId } = await session.createCustomer({ key, name: who, ...where });
  const order = { key, customerId, plan: 'basic', start, quantity: '1', billing: 'anniversary' } as const;
  return { customerId, subscriptionId: (await session.subscribe(order)).id };
}

async function billsOf(session: BillingSession, customerId: string): Promise<readonly [LocalDate, string][]> {
  const invoices = await session.invoices(customerId);
  return invoices.map(({ issueDate, total }) => [issueDate, displayMoney(total)]);
}

describe('What was planned and taken back leaves no trace in what is done after it:', () => {
  for (const first of planned)
    for (const second of later)
      check(
        `${first.what} taken back, and then ${second.what}`,
        {
          topic: 'proration',
          needs: [
            'clock',
            'price.flat',
            'price.per-unit',
            'subscription.undo',
            ...first.needs,
            ...second.needs,
          ],
          tags: ['@edge', '@risk-high'],
        },
        async (world) => {
          const session = await world.target(start);
          const charges = (amount: string) => [
            fee(amount),
            { ...fee('0', 'seats'), price: { kind: 'per-unit', unit: '6.00' } } as const,
          ];
          await session.publish(monthlyPlan('basic', charges('30.00')));
          await session.publish(monthlyPlan('pro', charges('60.00')));
          const one = await ordered(world, session, 'planned');
          const other = await ordered(world, session, 'never planned');
          await session.advanceTo(localDate('2026-04-10'));
          await first.act(session, one.subscriptionId);
          await session.advanceTo(localDate('2026-04-12'));
          await session.undo(one.subscriptionId, first.kind);
          await session.advanceTo(localDate('2026-04-14'));
          for (const { subscriptionId } of [one, other]) await second.act(session, subscriptionId);
          await session.advanceTo(localDate('2026-06-15'));
          const expected = await billsOf(session, other.customerId);
          world.expectEqual('bills of who had planned it', expected, await billsOf(session, one.customerId));
          world.expectThat(
            expected.length > 1,
            `Found ${expected.length} bills, expected what was done on one.`,
          );
        },
      );
});
