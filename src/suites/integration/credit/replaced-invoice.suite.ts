import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import type { Money } from '../../../model/money.ts';
import { expectNothingEarned } from '../../../scenario/books.ts';
import { check } from '../../../scenario/check.ts';
import { amountOff, couponOf } from '../../../scenario/coupons.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-01');
const again = ['clock', 'price.flat', 'invoice.void', 'invoice.rebill'] as const;
const tags = ['@credit', '@edge', '@risk-high'];
const on = (day: string) => ({ kind: 'date', date: localDate(day) }) as const;

function expectTotal(world: World, actual: Money, [total, explanation]: readonly [string, string]): void {
  world.expectMoney({
    measure: 'invoice total',
    expected: eur(total),
    actual,
    nature: 'charge',
    customer: 'Acme',
    explanation,
  });
}

describe('An invoice that takes the place of a void one', () => {
  check(
    'uses its coupon up like the first one: the next month has its full price',
    { topic: 'credit', needs: [...again, 'coupon', 'coupon.limits'], tags },
    async (world) => {
      const plan = monthlyPlan('basic', [fee('50.00')]);
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session, customerId } = contract;
      await session.createCoupon(couponOf('once', amountOff('10.00'), { invoicesMax: 1 }));
      const key = `${world.checkId}-once`;
      await session.redeemCoupon({ key, customerId, code: 'once', subscriptionId: null });
      await session.advanceTo(localDate('2026-02-01'));
      const { id: invoiceId } = await nthInvoice(contract, 2);
      await session.voidInvoice(`${world.checkId}-void`, invoiceId);
      const replaced = await session.rebill({ key: `${world.checkId}-again`, invoiceId, without: [] });
      expectTotal(world, replaced.total, ['40.00', 'EUR 50.00 less the coupon for one invoice.']);
      await session.advanceTo(localDate('2026-03-01'));
      const march = (await session.invoices(customerId)).find(({ issueDate }) => issueDate === '2026-03-01');
      const because = 'The coupon was for one invoice, which February is, on whatever document.';
      expectTotal(world, march?.total ?? eur('0.00'), ['50.00', because]);
    },
  );

  check(
    'has the credits for unused days that the first one had',
    { topic: 'credit', needs: [...again, 'subscription.change'], tags },
    async (world) => {
      const plan = monthlyPlan('small', [fee('31.00')]);
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session, subscription } = contract;
      await session.publish(monthlyPlan('large', [fee('62.00')]));
      await session.advanceTo(localDate('2026-01-16'));
      await session.changePlan(subscription.id, 'large', on('2026-01-16'));
      const { id: invoiceId } = await nthInvoice(contract, 2);
      await session.voidInvoice(`${world.checkId}-void`, invoiceId);
      const replaced = await session.rebill({ key: `${world.checkId}-again`, invoiceId, without: [] });
      const because = 'Sixteen days at EUR 2.00, less sixteen at EUR 1.00 that were paid for.';
      expectTotal(world, replaced.total, ['16.00', because]);
    },
  );
});

describe('An invoice that was written off', () => {
  check(
    'and is voided then is no loss either',
    {
      topic: 'ledger',
      needs: ['price.flat', 'payment', 'payment.write-off', 'invoice.void', 'ledger'],
      tags: ['@close', '@edge', '@risk-high'],
    },
    async (world) => {
      const plan = monthlyPlan('basic', [fee('80.00')]);
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { id } = await nthInvoice(contract, 1);
      await contract.session.writeOff(`${world.checkId}-off`, id);
      await contract.session.voidInvoice(`${world.checkId}-void`, id);
      await expectNothingEarned(world, contract);
    },
  );
});
