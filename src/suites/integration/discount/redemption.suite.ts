import { describe } from 'vitest';
import type { Coupon } from '../../../model/billing/coupon.ts';
import { localDate } from '../../../model/date.ts';
import { moneyOf, sumMoney } from '../../../model/money.ts';
import { type BillingSession, refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { amountOff, couponOf, percentOff } from '../../../scenario/coupons.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'coupon', 'coupon.limits'] as const;
const start = localDate('2026-01-01');

interface Opened {
  readonly session: BillingSession;
  readonly customerId: string;
  readonly redeem: (key: string, customerId?: string) => Promise<number | 'accepted'>;
}

/** A customer of EUR 50.00 a month, and the coupon. */
async function withCoupon(world: World, coupon: Coupon): Promise<Opened> {
  const plan = monthlyPlan('basic', [fee('50.00')]);
  const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
  await session.createCoupon(coupon);
  const redeem = (key: string, who = customerId) =>
    refusalOf(session.redeemCoupon({ key, customerId: who, code: coupon.code, subscriptionId: null }));
  return { session, customerId, redeem };
}

/** The second month less one coupon, and not less two of them. */
async function expectReducedOnce(world: World, { session, customerId }: Opened): Promise<void> {
  await session.advanceTo(localDate('2026-02-01'));
  const invoices = await session.invoices(customerId);
  const second = invoices.filter(({ issueDate }) => issueDate === '2026-02-01');
  world.expectMoney({
    measure: 'second month',
    expected: moneyOf(40_00n, 'EUR'),
    actual: sumMoney(
      second.map(({ total }) => total),
      'EUR',
    ),
    nature: 'charge',
    customer: 'Acme',
    explanation: 'EUR 50.00 less one coupon of EUR 10.00, which can be redeemed once.',
  });
}

describe('A coupon that can be redeemed once', () => {
  check(
    'is redeemed once, though ten ask for it at one instant',
    { topic: 'idempotency', needs, tags: ['@coupon', '@risk-high'] },
    async (world) => {
      const opened = await withCoupon(world, couponOf('single', amountOff('10.00'), { redemptionsMax: 1 }));
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) => opened.redeem(`${world.checkId}-${index}`)),
      );
      world.expectEqual(
        'redemptions that were accepted',
        1,
        answers.filter((answer) => answer === 'accepted').length,
      );
      await expectReducedOnce(world, opened);
    },
  );

  check(
    'is redeemed once when the request comes again with its key, which is answered alike',
    { topic: 'idempotency', needs, tags: ['@coupon'] },
    async (world) => {
      const opened = await withCoupon(world, couponOf('single', amountOff('10.00'), { redemptionsMax: 1 }));
      const answers = [];
      for (let repeat = 0; repeat < 3; repeat += 1)
        answers.push(await opened.redeem(`${world.checkId}-same`));
      world.expectEqual('answers to one key', ['accepted', 'accepted', 'accepted'], answers);
      world.expectRefused(await opened.redeem(`${world.checkId}-other`), 'Found a second redemption.');
      await expectReducedOnce(world, opened);
    },
  );

  check(
    'by three customers is given to three of eight who ask at one instant',
    { topic: 'idempotency', needs, tags: ['@coupon', '@risk-high'] },
    async (world) => {
      const opened = await withCoupon(world, couponOf('three', percentOff('10'), { redemptionsMax: 3 }));
      const customers = [];
      for (let number = 1; number <= 8; number += 1) {
        const key = `${world.checkId}-customer-${number}`;
        const who = { key, name: key, country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' };
        customers.push(await opened.session.createCustomer(who));
      }
      const answers = await Promise.all(customers.map(({ id, key }) => opened.redeem(`${key}-redeems`, id)));
      world.expectEqual('redemptions', 3, answers.filter((answer) => answer === 'accepted').length);
    },
  );
});

describe('A coupon that cannot be redeemed', () => {
  check(
    'after its last day is refused, and on that day it is not',
    { topic: 'discount', needs, tags: ['@coupon'] },
    async (world) => {
      const opened = await withCoupon(
        world,
        couponOf('early', amountOff('10.00'), { redeemBy: localDate('2026-01-10') }),
      );
      await opened.session.advanceTo(localDate('2026-01-10'));
      world.expectEqual('on its last day', 'accepted', await opened.redeem(`${world.checkId}-in-time`));
      await opened.session.advanceTo(localDate('2026-01-11'));
      const late = await opened.redeem(`${world.checkId}-late`);
      world.expectRefused(late, 'A coupon was redeemed after its last day.');
      await expectReducedOnce(world, opened);
    },
  );

  check('in another currency is refused', { topic: 'discount', needs, tags: ['@coupon'] }, async (world) => {
    const opened = await withCoupon(world, couponOf('yen', amountOff('10', 'JPY')));
    world.expectRefused(
      await opened.redeem(`${world.checkId}-yen`),
      'A coupon in JPY was taken for invoices in EUR.',
    );
  });
});
