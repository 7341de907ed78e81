import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { sumMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { amountOff, couponOf } from '../../../scenario/coupons.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';

const needs = ['clock', 'price.flat', 'invoice.draft'] as const;
const basic = monthlyPlan('basic', [fee('30.00')]);

describe('Bills that wait as drafts', () => {
  check(
    'hold what an order with a first day in the past makes due, each month once',
    { topic: 'document', needs: [...needs, 'subscription.backdate'], tags: ['@edge', '@risk-high'] },
    async (world) => {
      const session = await world.target(localDate('2026-04-05'));
      const plan = monthlyPlan('trifle', [fee('1.00')]);
      const { customerId } = await openContract(world, {
        customer: 'Acme',
        plan,
        start: localDate('2026-04-05'),
        session,
      });
      await session.publish(basic);
      await session.reviewInvoices(customerId, { kind: 'by-hand' });
      await session.subscribe({
        key: `${world.checkId}-late`,
        customerId,
        plan: 'basic',
        start: localDate('2026-01-15'),
        quantity: '1',
        billing: 'anniversary',
      });
      const drafts = await session.drafts(customerId);
      world.expectMoney({
        measure: 'drafts in all',
        expected: eur('90.00'),
        actual: sumMoney(
          drafts.map(({ total }) => total),
          'EUR',
        ),
        nature: 'charge',
        customer: 'Acme',
        explanation: 'Months since 15 January, February and March at EUR 30.00 each.',
      });
      const given = drafts.flatMap(({ lines }) => lines).filter(({ net }) => net.amountMinor < 0n);
      world.expectEqual('lines that give something back', 0, given.length);
    },
  );

  check(
    'bill usage that is told late with the next of them that is made final',
    {
      topic: 'usage',
      needs: [...needs, 'usage', 'usage.late', 'price.per-unit'],
      tags: ['@edge', '@risk-high'],
    },
    async (world) => {
      const start = localDate('2026-01-01');
      const plan = monthlyPlan('metered', [
        fee('10.00'),
        metered('calls', { kind: 'per-unit', unit: '1.00' }),
      ]);
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session, customerId } = contract;
      await session.reviewInvoices(customerId, { kind: 'by-hand' });
      const use = (id: string, quantity: string) => {
        const at = instant('2026-01-28T10:00:00Z');
        return session.sendUsage([
          { id: `${world.checkId}-${id}`, customerId, meter: 'calls', quantity, at },
        ]);
      };
      await use('in time', '5');
      for (const day of ['2026-02-03', '2026-03-02']) {
        await session.advanceTo(localDate(day));
        for (const { id } of await session.drafts(customerId))
          await session.finalise(`${world.checkId}-${id}`, id);
        if (day === '2026-02-03') await use('late', '7');
      }
      const lines = (await session.invoices(customerId)).flatMap((invoice) => invoice.lines);
      world.expectMoney({
        measure: 'usage of January in all',
        expected: eur('12.00'),
        actual: sumMoney(
          lines.filter(({ kind }) => kind === 'usage').map(({ net }) => net),
          'EUR',
        ),
        nature: 'charge',
        customer: 'Acme',
        explanation: 'Five calls in time and seven late, at EUR 1.00 each.',
      });
    },
  );

  check(
    'leave the announcement of the next month as it is',
    { topic: 'preview', needs: [...needs, 'preview.invoice'], tags: ['@edge', '@risk-high'] },
    async (world) => {
      const contract = await openContract(world, {
        customer: 'Acme',
        plan: basic,
        start: localDate('2026-04-01'),
      });
      const { session, customerId } = contract;
      await session.reviewInvoices(customerId, { kind: 'by-hand' });
      await session.advanceTo(localDate('2026-05-10'));
      const preview = await session.previewInvoice(customerId, localDate('2026-06-01'));
      const ofJune = (preview?.lines ?? []).filter(({ period }) => period?.from === '2026-06-01');
      world.expectMoney({
        measure: 'what is announced for June',
        expected: eur('30.00'),
        actual: sumMoney(
          ofJune.map(({ net }) => net),
          'EUR',
        ),
        nature: 'books',
        customer: 'Acme',
        explanation: 'May waits as a draft; June is EUR 30.00.',
      });
      const given = (preview?.lines ?? []).filter(({ net }) => net.amountMinor < 0n);
      world.expectEqual('lines that give something back', 0, given.length);
    },
  );

  for (const [words, day, total] of [
    ['on the last day of a coupon', '2026-05-05', '25.00'],
    ['on the day after the last day of a coupon', '2026-05-06', '30.00'],
  ] as const)
    check(
      `and are made final ${words} are reduced by it only where it still counts`,
      { topic: 'discount', needs: [...needs, 'coupon', 'coupon.limits'], tags: ['@edge', '@risk-high'] },
      async (world) => {
        const start = localDate('2026-04-01');
        const contract = await openContract(world, { customer: 'Acme', plan: basic, start });
        const { session, customerId } = contract;
        const until = { validUntil: localDate('2026-05-05') };
        await session.createCoupon(couponOf('spring', amountOff('5.00'), until));
        const key = `${world.checkId}-spring`;
        await session.redeemCoupon({ key, customerId, code: 'spring', subscriptionId: null });
        await session.reviewInvoices(customerId, { kind: 'by-hand' });
        await session.advanceTo(localDate(day));
        const drafts = await session.drafts(customerId);
        world.expectEqual('drafts', 1, drafts.length);
        for (const { id } of drafts) {
          const invoice = await session.finalise(`${world.checkId}-${id}`, id);
          world.expectEqual('day of the invoice', day, invoice.issueDate);
          world.expectMoney({
            measure: 'invoice total',
            expected: eur(total),
            actual: invoice.total,
            nature: 'charge',
            customer: 'Acme',
            invoice: invoice.number,
            explanation: 'The coupon reduces invoices up to 5 May, by their own day.',
          });
        }
      },
    );
});
