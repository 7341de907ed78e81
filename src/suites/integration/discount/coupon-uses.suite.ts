import { describe } from 'vitest';
import { addDays, instant, type LocalDate, localDate } from '../../../model/date.ts';
import { moneyAmount } from '../../../model/money.ts';
import { monthsAfter } from '../../../oracle/time/calendar.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { couponOf, percentOff } from '../../../scenario/coupons.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-01');
const needs = ['clock', 'coupon', 'coupon.limits'] as const;

interface Month {
  readonly world: World;
  readonly contract: OpenContract;
  /** On which it is billed. */
  readonly day: LocalDate;
}

/** The ways on which a month becomes an invoice. */
const ways: readonly {
  readonly title: string;
  readonly needs: CheckOptions['needs'];
  readonly prepare?: (contract: OpenContract) => Promise<void>;
  readonly bill: (month: Month) => Promise<void>;
}[] = [
  {
    title: 'issued at once',
    needs: [],
    bill: async ({ contract, day }) => contract.session.advanceTo(day),
  },
  {
    title: 'announced before',
    needs: ['preview.invoice'],
    bill: async ({ contract, day }) => {
      const { session, customerId } = contract;
      await session.previewInvoice(customerId, day);
      await session.previewInvoice(customerId, day);
      await session.advanceTo(day);
    },
  },
  {
    title: 'looked at three times as drafts, and made final',
    needs: ['invoice.draft'],
    prepare: ({ session, customerId }) => session.reviewInvoices(customerId, { kind: 'by-hand' }),
    bill: async ({ world, contract, day }) => {
      const { session, customerId } = contract;
      await session.advanceTo(day);
      await session.drafts(customerId);
      await session.drafts(customerId);
      for (const { id } of await session.drafts(customerId))
        await session.finalise(`${world.checkId}-${day}`, id);
    },
  },
  {
    title: 'drafts for three days',
    needs: ['invoice.draft', 'invoice.draft-days'],
    prepare: ({ session, customerId }) => session.reviewInvoices(customerId, { kind: 'days', days: 3 }),
    bill: async ({ contract, day }) => contract.session.advanceTo(addDays(day, 4)),
  },
  {
    title: 'held, and released three days later',
    needs: ['invoice.hold'],
    bill: async ({ contract, day }) => {
      const { session, customerId } = contract;
      await session.holdInvoices(customerId);
      await session.advanceTo(addDays(day, 3));
      await session.releaseInvoices(customerId);
    },
  },
  {
    title: 'taken back and billed again',
    needs: ['invoice.void', 'invoice.rebill'],
    bill: async ({ world, contract, day }) => {
      const { session, customerId } = contract;
      await session.advanceTo(day);
      const invoiceId = (await session.invoices(customerId)).at(-1)?.id ?? '';
      await session.voidInvoice(`${world.checkId}-${day}-void`, invoiceId);
      await session.rebill({ key: `${world.checkId}-${day}-again`, invoiceId, without: [] });
    },
  },
];

/** A tenth of so much comes out even: a single cent, and more cents than 32 bits count. */
const sizes = [
  ['0.10', '0.01'],
  ['9999.90', '999.99'],
  ['10000.00', '1000.00'],
  ['314159260.00', '31415926.00'],
] as const;

async function takeTenPercent(world: World, contract: OpenContract, invoicesMax: number): Promise<void> {
  const { session, customerId } = contract;
  await session.createCoupon(couponOf('ten', percentOff('10'), { invoicesMax }));
  const key = `${world.checkId}-coupon`;
  await session.redeemCoupon({ key, customerId, code: 'ten', subscriptionId: null });
}

/** Of all invoices in force, in order of issue. */
async function discounts({ session, customerId }: OpenContract): Promise<readonly string[]> {
  return (await session.invoices(customerId))
    .filter(({ status }) => status !== 'void')
    .map(({ discount }) => moneyAmount(discount));
}

describe('A coupon for three invoices is taken off three, when they are', () => {
  for (const way of ways)
    check(
      way.title,
      { topic: 'discount', needs: ['price.flat', ...needs, ...way.needs], tags: ['@coupon', '@risk-high'] },
      async (world) => {
        const plan = monthlyPlan('basic', [fee('100.00')]);
        const contract = await openContract(world, { customer: 'Acme', plan, start });
        await takeTenPercent(world, contract, 3);
        await way.prepare?.(contract);
        for (const month of [1, 2, 3, 4]) await way.bill({ world, contract, day: monthsAfter(start, month) });
        // The first invoice was there before the coupon.
        world.expectEqual(
          'taken off each invoice in force',
          ['0.00', '10.00', '10.00', '10.00', '0.00'],
          await discounts(contract),
        );
      },
    );

  for (const [price, taken] of sizes)
    check(
      `at EUR ${price} a month`,
      { topic: 'discount', needs: ['price.flat', ...needs], tags: ['@coupon', '@edge'] },
      async (world) => {
        const plan = monthlyPlan('basic', [fee(price)]);
        const contract = await openContract(world, { customer: 'Acme', plan, start });
        await takeTenPercent(world, contract, 3);
        await contract.session.advanceTo(localDate('2026-05-01'));
        world.expectEqual(
          'taken off each invoice',
          ['0.00', taken, taken, taken, '0.00'],
          await discounts(contract),
        );
      },
    );

  check(
    'usage that is billed ahead of the end of the month',
    {
      topic: 'discount',
      needs: [...needs, 'usage', 'price.per-unit', 'usage.thresholds'],
      tags: ['@coupon', '@risk-high'],
    },
    async (world) => {
      const plan = monthlyPlan('calls', [metered('calls', { kind: 'per-unit', unit: '1.00' })]);
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session, customerId, subscription } = contract;
      await takeTenPercent(world, contract, 3);
      await session.setThresholds(subscription.id, [eur('50.00')]);
      const use = (quantity: string, at: string) =>
        session.sendUsage([
          { id: `${world.checkId}-${at}`, customerId, meter: 'calls', quantity, at: instant(at) },
        ]);
      await use('60', '2026-01-01T12:00:00Z');
      await use('30', '2026-01-01T13:00:00Z');
      await session.advanceTo(localDate('2026-02-01'));
      await use('70', '2026-02-01T12:00:00Z');
      await use('20', '2026-02-01T13:00:00Z');
      await session.advanceTo(localDate('2026-03-01'));
      world.expectEqual(
        'taken off 60.00, 30.00, 70.00 and 20.00',
        ['6.00', '3.00', '7.00', '0.00'],
        await discounts(contract),
      );
    },
  );
});
