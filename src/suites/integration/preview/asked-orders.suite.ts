import { describe } from 'vitest';
import type { PlannedAct } from '../../../model/billing/planned-act.ts';
import type { NewSubscription } from '../../../model/billing/subscription.ts';
import { localDate } from '../../../model/date.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { couponOf, percentOff } from '../../../scenario/coupons.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectAsAsked } from '../../../scenario/situations/asked-acts.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const needs = [
  'clock',
  'price.flat',
  'price.per-unit',
  'price.one-off',
  'price.several-fees',
  'subscription.quantity',
  'preview.act',
] as const;
const april = localDate('2026-04-01');

/** EUR 40.00 and EUR 9.00 a seat, and EUR 25.00 to set it up. */
const team = monthlyPlan('team', [
  { kind: 'one-off', code: 'setup', price: { kind: 'flat', amount: '25.00' } },
  fee('40.00'),
  { kind: 'recurring', code: 'seats', timing: 'advance', price: { kind: 'per-unit', unit: '9.00' } },
]);
const agreed = [
  { charge: 'seats', price: { kind: 'per-unit', unit: '7.50' } },
  { charge: 'fee', price: { kind: 'flat', amount: '33.00' } },
  { charge: 'setup', price: { kind: 'flat', amount: '10.00' } },
] as const;

/** Acme has Basic, EUR 30.00 on the first of each month, with two seats, and shares that day. */
async function customerOfBasic(world: World, order: Partial<NewSubscription>): Promise<OpenContract> {
  const session = await world.target(april);
  await session.publish(team);
  const plan = monthlyPlan('basic', [fee('30.00')]);
  const contract = await openContract(world, { customer: 'Acme', plan, start: april, session, order });
  await session.advanceTo(localDate('2026-04-10'));
  return contract;
}

interface Order extends Partial<NewSubscription> {
  /** Told of Basic already. */
  readonly basic?: Partial<NewSubscription>;
  readonly isAddOn?: boolean;
}

const orders: readonly {
  readonly title: string;
  readonly day: string;
  readonly more?: CheckOptions['needs'];
  readonly order: Order;
}[] = [
  { title: 'of several seats', day: '2026-04-10', order: {} },
  { title: 'of several seats, for another day', day: '2026-04-16', order: { quantity: '12' } },
  {
    title: 'that is billed by the calendar',
    day: '2026-04-16',
    more: ['subscription.calendar'],
    order: { billing: 'calendar' },
  },
  {
    title: 'at several prices that were agreed',
    day: '2026-04-10',
    more: ['subscription.negotiated'],
    order: { negotiated: agreed },
  },
  {
    title: 'at several prices that were agreed, by the calendar and for another day',
    day: '2026-04-20',
    more: ['subscription.negotiated', 'subscription.calendar'],
    order: { negotiated: agreed, billing: 'calendar' },
  },
  {
    title: 'with a trial, of which only the setup is billed',
    day: '2026-04-10',
    more: ['subscription.trial'],
    order: { trialDays: 14 },
  },
  {
    title: 'of an add-on',
    day: '2026-04-16',
    more: ['subscription.add-on'],
    order: { isAddOn: true },
  },
  {
    title: 'that joins the bill day',
    day: '2026-04-16',
    more: ['subscription.bill-day-shared'],
    order: { basic: { sharesBillDay: true }, sharesBillDay: true },
  },
];

describe('What an order costs is told before it is made:', () => {
  for (const { title, day, more = [], order } of orders)
    check(title, { topic: 'preview', needs: [...needs, ...more], tags: ['@risk-high'] }, async (world) => {
      const { basic = {}, isAddOn = false, ...terms } = order;
      const contract = await customerOfBasic(world, basic);
      const { customerId, subscription } = contract;
      const act: PlannedAct = {
        kind: 'order',
        order: {
          key: `${subscription.key}-second`,
          customerId,
          plan: 'team',
          start: localDate(day),
          quantity: '3',
          billing: 'anniversary',
          ...(isAddOn ? { addOnTo: subscription.id } : {}),
          ...terms,
        },
      };
      await expectAsAsked(world, contract, act);
    });
});

describe('What a change costs is told before it is made:', () => {
  for (const [title, day] of [
    ['to several prices that are agreed, today', '2026-04-10'],
    ['to several prices that are agreed, in six days', '2026-04-16'],
  ] as const)
    check(
      title,
      {
        topic: 'preview',
        needs: [...needs, 'subscription.change', 'subscription.negotiated-change'],
        tags: ['@risk-high'],
      },
      async (world) => {
        const contract = await customerOfBasic(world, { quantity: '4' });
        const { id: subscriptionId } = contract.subscription;
        const date = localDate(day);
        const negotiated = agreed.slice(0, 2);
        await expectAsAsked(world, contract, {
          kind: 'change',
          subscriptionId,
          plan: 'team',
          date,
          negotiated,
        });
      },
    );

  check(
    'with tax, and less a coupon of the customer',
    { topic: 'preview', needs: [...needs, 'subscription.change', 'tax', 'coupon'], tags: ['@risk-high'] },
    async (world) => {
      const contract = await customerOfBasic(world, { quantity: '4' });
      const { session, customerId, subscription } = contract;
      await session.setTaxRate({ country: 'DE', ratePercent: '19', from: localDate('2020-01-01') });
      await session.createCoupon(couponOf('eighth', percentOff('12.5')));
      const key = `${world.checkId}-coupon`;
      await session.redeemCoupon({ key, customerId, code: 'eighth', subscriptionId: null });
      const date = localDate('2026-04-16');
      const act = { kind: 'change', subscriptionId: subscription.id, plan: 'team', date } as const;
      await expectAsAsked(world, contract, act);
    },
  );
});
