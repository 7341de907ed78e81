import { describe } from 'vitest';
import type { PlanVersion } from '../../../model/billing/catalog.ts';
import type { NewSubscription } from '../../../model/billing/subscription.ts';
import { instant, localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { amountOff, couponOf, forPlans, percentOff } from '../../../scenario/coupons.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectSettled } from '../../../scenario/situations/credit-account.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { expectWallet, openFilledWallet } from '../../../scenario/situations/wallet-account.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'invoice.draft'] as const;
const start = localDate('2026-01-01');
const flat = (amount: string) => ({ kind: 'flat', amount }) as const;
const unit = (price: string) => ({ kind: 'per-unit', unit: price }) as const;
const basic = monthlyPlan('basic', [fee('30.00')]);

interface Case {
  readonly title: string;
  readonly more: CheckOptions['needs'];
  readonly plan?: PlanVersion;
  readonly order?: Partial<NewSubscription>;
  /** In January, when the first invoice is out. */
  readonly happens?: (world: World, contract: OpenContract) => Promise<unknown>;
  /** Of February. */
  readonly total: string;
  readonly because: string;
}

async function used(world: World, { session, customerId }: OpenContract, quantity: string): Promise<void> {
  const at = instant('2026-01-05T12:00:00Z');
  await session.sendUsage([{ id: `${world.checkId}-calls`, customerId, meter: 'calls', quantity, at }]);
}

const cases: readonly Case[] = [
  {
    title: 'at prices that were agreed, for several seats',
    more: ['price.per-unit', 'price.several-fees', 'subscription.quantity', 'subscription.negotiated'],
    plan: monthlyPlan('basic', [
      fee('30.00'),
      { kind: 'recurring', code: 'seats', timing: 'advance', price: unit('10.00') },
    ]),
    order: {
      quantity: '3',
      negotiated: [
        { charge: 'seats', price: unit('8.00') },
        { charge: 'fee', price: flat('24.00') },
      ],
    },
    total: '48.00',
    because: 'EUR 24.00 and three times EUR 8.00 were agreed.',
  },
  {
    title: 'of a contract that has gone up with its renewal',
    more: ['subscription.term'],
    order: { term: { periods: 1, atEnd: 'renew', upliftPercent: '10' } },
    total: '33.00',
    because: 'EUR 30.00 and ten percent.',
  },
  {
    title: 'with what is missing to a minimum',
    more: ['price.per-unit', 'price.minimum', 'usage'],
    plan: monthlyPlan('basic', [fee('10.00'), metered('calls', unit('1.00'), { minimum: '50.00' })]),
    happens: (world, contract) => used(world, contract, '20'),
    total: '60.00',
    because: '20 calls at EUR 1.00, EUR 30.00 up to the minimum, and EUR 10.00 for February.',
  },
  {
    title: 'less a coupon for its plan and one for the subscription',
    more: ['coupon'],
    happens: async (world, { session, customerId, subscription }) => {
      await session.createCoupon(couponOf('tenth', percentOff('10'), { scope: forPlans('none', 'basic') }));
      await session.createCoupon(couponOf('five', amountOff('5.00')));
      for (const [code, subscriptionId] of [
        ['tenth', null],
        ['five', subscription.id],
      ] as const)
        await session.redeemCoupon({ key: `${world.checkId}-${code}`, customerId, code, subscriptionId });
    },
    total: '22.00',
    because: 'A tenth of EUR 30.00, and EUR 5.00.',
  },
];

describe('A bill that waits for somebody to look at it is shown as it will be, and is so when it is final:', () => {
  for (const { title, more = [], plan = basic, order = {}, happens, total, because } of cases)
    check(
      title,
      { topic: 'document', needs: [...needs, ...more], tags: ['@close', '@edge', '@risk-high'] },
      async (world) => {
        const contract = await openContract(world, { customer: 'Acme', plan, start, order });
        const { session, customerId } = contract;
        await session.reviewInvoices(customerId, { kind: 'by-hand' });
        await session.advanceTo(localDate('2026-01-05'));
        await happens?.(world, contract);
        await session.advanceTo(localDate('2026-02-03'));
        const [draft] = await session.drafts(customerId);
        const made = await session.finalise(`${world.checkId}-final`, draft?.id ?? '');
        for (const [measure, shown] of [
          ['draft of February', draft],
          ['invoice of February', made],
        ] as const)
          world.expectMoney({
            measure,
            expected: parseMoney(total, 'EUR'),
            actual: shown?.total ?? parseMoney('0.00', 'EUR'),
            nature: 'charge',
            customer: 'Acme',
            explanation: because,
          });
      },
    );

  check(
    'and uses prepaid credit then',
    { topic: 'credit', needs: [...needs, 'wallet'], tags: ['@close', '@credit', '@risk-high'] },
    async (world) => {
      const contract = await openContract(world, { customer: 'Acme', plan: basic, start });
      const { session, customerId } = contract;
      await session.reviewInvoices(customerId, { kind: 'by-hand' });
      await openFilledWallet(world, contract, { name: 'prepaid', credits: '12' });
      await session.advanceTo(localDate('2026-02-03'));
      const [draft] = await session.drafts(customerId);
      const made = await session.finalise(`${world.checkId}-final`, draft?.id ?? '');
      const because = 'EUR 12.00 of EUR 30.00 are prepaid.';
      expectSettled(world, made, { credited: '12.00', due: '18.00', because });
      await expectWallet(world, contract, { name: 'prepaid', balance: parseMoney('0.00', 'EUR'), because });
    },
  );
});
