import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { moneyOf } from '../../../model/money.ts';
import { billHistories, expectHistory } from '../../../scenario/billed-history.ts';
import { expectBilling } from '../../../scenario/billing-agreement.ts';
import { check } from '../../../scenario/check.ts';
import { amountOff, couponOf, forCharges, held, percentOff } from '../../../scenario/coupons.ts';
import {
  castHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import { expectQuoted } from '../../../scenario/situations/quoted-coupons.ts';

const needs = ['clock', 'price.flat', 'coupon', 'coupon.limits'] as const;

describe('A coupon that is looked at', () => {
  for (const prices of ['net', 'gross'] as const) {
    check(
      `in the preview of ${prices} prices is the one of the invoice, and is not used up by looking`,
      {
        topic: 'preview',
        needs: [
          ...needs,
          'tax',
          'preview.invoice',
          ...(prices === 'gross' ? (['tax.gross-prices'] as const) : []),
        ],
        tags: ['@coupon', '@risk-high'],
      },
      async (world) => {
        const history = castHistory('Acme', {
          plans: [monthlyPlan('office', [fee('65.49'), fee('9.99', 'seats')], { prices })],
          subscriptions: [subscriptionOf('office', '2026-01-10')],
          coupons: [
            held(couponOf('twice', percentOff('12.5'), { invoicesMax: 2 }), '2026-01-10'),
            held(couponOf('seats', amountOff('3.33'), { scope: forCharges('seats') }), '2026-01-10'),
          ],
          taxRates: [taxFrom('2020-01-01', '19'), taxFrom('2026-02-01', '16')],
          until: '2026-01-20',
        });
        const billed = (await billHistories(world, [history])).get('Acme');
        if (billed === undefined) return;
        for (const day of ['2026-02-10', '2026-03-10']) await expectQuoted(world, billed, localDate(day));
      },
    );
  }
});

describe('A coupon whose time is over', () => {
  check(
    'on a day to come is not in the preview of that day, and one whose last day it is is in it',
    {
      topic: 'preview',
      needs: [...needs, 'preview.invoice'],
      tags: ['@coupon', '@edge', '@risk-high'],
    },
    async (world) => {
      const until = (day: string) => ({ validUntil: localDate(day) });
      const history = castHistory('Acme', {
        plans: [monthlyPlan('office', [fee('100.00')])],
        subscriptions: [subscriptionOf('office', '2026-01-10')],
        coupons: [
          held(couponOf('over', amountOff('3.00'), until('2026-02-09')), '2026-01-10'),
          held(couponOf('last', amountOff('5.00'), until('2026-02-10')), '2026-01-10'),
          held(couponOf('later', percentOff('7'), until('2026-03-09')), '2026-01-10'),
        ],
        until: '2026-01-20',
      });
      const { session, customer } = await expectHistory(world, history);
      for (const day of ['2026-02-10', '2026-03-10', '2026-04-10'])
        await expectQuoted(world, { session, customer, invoices: [] }, localDate(day));
      const later = { ...history, billing: { ...history.billing, until: localDate('2026-04-10') } };
      expectBilling(world, later, await session.invoices(customer.customerId));
    },
  );
});

describe('Coupons of which one is for a single subscription', () => {
  for (const [title, order] of [
    ['the narrow one first', ['one', null]],
    ['the wide one first', [null, 'one']],
  ] as const)
    check(
      `are taken off in their order, in preview and invoice alike: redeemed ${title}`,
      {
        topic: 'preview',
        needs: [...needs, 'preview.invoice'],
        tags: ['@coupon', '@edge', '@risk-high'],
      },
      async (world) => {
        const coupons = {
          one: couponOf('twenty', amountOff('20.00')),
          wide: couponOf('half', percentOff('50')),
        };
        const history = castHistory('Acme', {
          plans: [monthlyPlan('office', [fee('100.00')])],
          subscriptions: ['one', 'two'].map((key) => subscriptionOf('office', '2026-01-10', { key })),
          coupons: order.map((key) => held(coupons[key ?? 'wide'], '2026-01-10', key)),
          until: '2026-01-20',
        });
        const { session, customer } = await expectHistory(world, history);
        await expectQuoted(world, { session, customer, invoices: [] }, localDate('2026-02-10'));
        const later = { ...history, billing: { ...history.billing, until: localDate('2026-02-10') } };
        expectBilling(world, later, await session.invoices(customer.customerId));
      },
    );
});

describe('A coupon whose invoice is void', () => {
  check(
    'reduces the next one instead',
    { topic: 'discount', needs: [...needs, 'invoice.void'], tags: ['@coupon'] },
    async (world) => {
      const plan = monthlyPlan('basic', [fee('50.00')]);
      const start = localDate('2026-01-01');
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
      await session.createCoupon(couponOf('once', amountOff('10.00'), { invoicesMax: 1 }));
      const key = `${world.checkId}-once`;
      await session.redeemCoupon({ key, customerId, code: 'once', subscriptionId: null });
      await session.advanceTo(localDate('2026-02-01'));
      const reduced = (await session.invoices(customerId)).find(
        ({ issueDate }) => issueDate === '2026-02-01',
      );
      world.expectEqual('the invoice with the coupon', eur('40.00'), reduced?.total);
      if (reduced !== undefined) await session.voidInvoice(`${world.checkId}-void`, reduced.id);
      await session.advanceTo(localDate('2026-03-01'));
      const next = (await session.invoices(customerId)).find(({ issueDate }) => issueDate === '2026-03-01');
      world.expectMoney({
        measure: 'invoice after the void one',
        expected: moneyOf(40_00n, 'EUR'),
        actual: next?.total ?? moneyOf(0n, 'EUR'),
        nature: 'charge',
        customer: 'Acme',
        explanation: 'EUR 50.00 less the coupon for one invoice, which the void one has given back.',
      });
    },
  );
});
