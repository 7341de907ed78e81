import { describe } from 'vitest';
import type { PlannedAct } from '../../../model/billing/planned-act.ts';
import type { NewSubscription } from '../../../model/billing/subscription.ts';
import { type LocalDate, localDate } from '../../../model/date.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { fee, monthlyPlan, taxFrom } from '../../../scenario/drawn/customer-history.ts';
import { expectAsAsked, expectAsTold } from '../../../scenario/situations/asked-acts.ts';
import { expectBilledInAll } from '../../../scenario/situations/billed-in-all.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'preview.act'] as const;
const april = localDate('2026-04-01');
const asked = localDate('2026-04-10');
const begins = localDate('2026-04-20');
const pro = (amount: string, effectiveFrom: string) =>
  monthlyPlan('pro', [fee(amount)], { effectiveFrom: localDate(effectiveFrom) });

const lite = monthlyPlan('lite', [fee('10.00')]);

/** Sold from 20 April on. */
const young = monthlyPlan('young', [fee('75.00')], { effectiveFrom: localDate('2026-04-20') });

/** Acme has Basic since 1 April, at EUR 30.00; Pro is EUR 60.00, and EUR 90.00 from 20 April on, Lite EUR 10.00. */
async function customerOfBasic(world: World, isTaxed: boolean): Promise<OpenContract> {
  const session = await world.target(april);
  if (isTaxed) await session.setTaxRate({ country: 'DE', ...taxFrom('2020-01-01', '19') });
  await session.publish(lite);
  await session.publish(pro('60.00', '2020-01-01'));
  if (world.can('price.versions')) await session.publish(pro('90.00', '2026-04-20'));
  if (world.can('price.versions')) await session.publish(young);
  const plan = monthlyPlan('basic', [fee('30.00')]);
  const contract = await openContract(world, { customer: 'Acme', plan, start: april, session });
  await session.advanceTo(asked);
  return contract;
}

type Act = (contract: OpenContract, date: LocalDate) => PlannedAct;

const change: Act = ({ subscription: { id: subscriptionId } }, date) => ({
  kind: 'change',
  subscriptionId,
  plan: 'pro',
  date,
});
const toLite: Act = (contract, date) => ({ ...change(contract, date), plan: 'lite' }) as PlannedAct;
const toYoung: Act = (contract, date) => ({ ...change(contract, date), plan: 'young' }) as PlannedAct;
const end: Act = ({ subscription: { id: subscriptionId } }, date) => ({ kind: 'end', subscriptionId, date });
const order =
  (rest: Partial<NewSubscription> = {}): Act =>
  ({ customerId, subscription }, start) => ({
    kind: 'order',
    order: {
      key: `${subscription.key}-second`,
      customerId,
      plan: 'pro',
      start,
      quantity: '1',
      billing: 'anniversary',
      ...rest,
    },
  });

const agreed = { negotiated: [{ charge: 'fee', price: { kind: 'flat', amount: '45.00' } }] } as const;

const atPrice =
  (act: Act): Act =>
  (contract, date) =>
    ({ ...act(contract, date), ...agreed }) as PlannedAct;

const situations: readonly {
  readonly title: string;
  readonly day: string;
  readonly act: Act;
  readonly more: CheckOptions['needs'];
}[] = [
  { title: 'another plan today', day: '2026-04-10', act: change, more: ['subscription.change'] },
  { title: 'another plan in six days', day: '2026-04-16', act: change, more: ['subscription.change'] },
  { title: 'a cheaper plan today', day: '2026-04-10', act: toLite, more: ['subscription.change'] },
  { title: 'a cheaper plan in six days', day: '2026-04-16', act: toLite, more: ['subscription.change'] },
  {
    title: 'another plan on a day that has another price',
    day: '2026-04-25',
    act: change,
    more: ['subscription.change', 'price.versions'],
  },
  {
    title: 'another plan that is not sold before that day',
    day: '2026-04-25',
    act: toYoung,
    more: ['subscription.change', 'price.versions'],
  },
  {
    title: 'an order of a plan that is not sold before that day',
    day: '2026-04-25',
    act: order({ plan: 'young' }),
    more: ['price.versions'],
  },
  {
    title: 'another plan at a price that was agreed',
    day: '2026-04-16',
    act: atPrice(change),
    more: ['subscription.change', 'subscription.negotiated-change'],
  },
  {
    title: 'another plan at a price that was agreed, which is not sold before that day',
    day: '2026-04-25',
    act: atPrice(toYoung),
    more: ['subscription.change', 'subscription.negotiated-change', 'price.versions'],
  },
  {
    title: 'an order at a price that was agreed of a plan that is not sold before that day',
    day: '2026-04-25',
    act: order({ plan: 'young', ...agreed }),
    more: ['subscription.negotiated', 'price.versions'],
  },
  { title: 'an end today', day: '2026-04-10', act: end, more: ['subscription.cancel'] },
  { title: 'an end in six days', day: '2026-04-16', act: end, more: ['subscription.cancel'] },
  { title: 'an order today', day: '2026-04-10', act: order(), more: [] },
  {
    title: 'an order for a day that has another price',
    day: '2026-04-25',
    act: order(),
    more: ['price.versions'],
  },
  {
    title: 'an order at a price that was agreed',
    day: '2026-04-10',
    act: order(agreed),
    more: ['subscription.negotiated'],
  },
  {
    title: 'an order at a price that was agreed, for a day that has another price',
    day: '2026-04-25',
    act: order(agreed),
    more: ['subscription.negotiated', 'price.versions'],
  },
];

describe('What is asked before it is done is what is billed then:', () => {
  for (const { title, day, act, more } of situations)
    check(title, { topic: 'preview', needs: [...needs, ...more], tags: ['@risk-high'] }, async (world) => {
      // What gives money back gives its tax back, too.
      const contract = await customerOfBasic(world, world.can('tax'));
      await expectAsAsked(world, contract, act(contract, localDate(day)));
    });
});

describe('What is asked before it is done is what is billed then, where the order has not begun:', () => {
  for (const { title, act, need } of [
    { title: 'another plan from its first day on', act: change, need: 'subscription.change' },
    { title: 'an end with its first day', act: end, need: 'subscription.cancel' },
  ] as const)
    check(
      title,
      { topic: 'preview', needs: [...needs, need], tags: ['@edge', '@risk-high'] },
      async (world) => {
        const session = await world.target(april);
        await session.publish(pro('60.00', '2020-01-01'));
        const plan = monthlyPlan('basic', [fee('30.00')]);
        const contract = await openContract(world, { customer: 'Acme', plan, start: begins, session });
        await expectAsTold(world, contract, act(contract, begins));
      },
    );
});

describe('What is only asked', () => {
  check(
    'changes nothing, however often',
    {
      topic: 'preview',
      needs: [...needs, 'subscription.change', 'subscription.cancel'],
      tags: ['@risk-high'],
    },
    async (world) => {
      const contract = await customerOfBasic(world, false);
      const { session, customerId } = contract;
      for (const day of ['2026-04-10', '2026-04-16', '2026-04-25'])
        for (const act of [change, end, order()])
          await session.previewAct(customerId, act(contract, localDate(day)));
      await session.advanceTo(localDate('2026-05-15'));
      await expectBilledInAll(world, contract, {
        net: '60.00',
        because: 'April and May at EUR 30.00; nothing else was ordered.',
      });
    },
  );
});
