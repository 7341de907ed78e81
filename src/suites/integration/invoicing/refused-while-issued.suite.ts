import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { formatMoney, parseMoney } from '../../../model/money.ts';
import { type BillingSession, refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { amountOff, couponOf } from '../../../scenario/coupons.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectSeries } from '../../../scenario/number-series.ts';
import { ecb } from '../../../scenario/situations/foreign-customer.ts';
import { theFirst } from '../../../scenario/situations/refused-acts.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-01');

/** Two customers of a company with books in euros; of the one who pays in dollars nobody can value an invoice yet. */
async function begin(world: World, session: BillingSession) {
  await session.createLegalEntity({ key: 'eu', name: 'Europa GmbH', numberPrefix: 'EU-', currency: 'EUR' });
  const customer = async (name: string, country: string, currency: string) => {
    await session.publish(monthlyPlan(`plan-${currency}`, [fee('30.00')], { currency }));
    const key = `${world.checkId}-${name}`;
    const { id } = await session.createCustomer({ key, name, country, currency, timeZone: 'UTC' });
    await session.assignToEntity(id, 'eu');
    return id;
  };
  return { near: await customer('Near', 'DE', 'EUR'), far: await customer('Far', 'US', 'USD') };
}

describe('An invoice that is refused while it is made, since there is no rate to value it by,', () => {
  check(
    'takes no number and uses up no coupon, however often it is tried',
    {
      topic: 'document',
      needs: [
        ...(['clock', 'price.flat', 'price.currencies', 'coupon', 'coupon.limits'] as const),
        ...(['legal-entity', 'exchange-rates', 'invoice.draft', 'invoice.charge', 'ledger'] as const),
      ],
      tags: ['@close', '@edge', '@risk-high'],
    },
    async (world) => {
      const session = await world.target(start);
      const { near, far } = await begin(world, session);
      const order = async (customerId: string, plan: string, number: number) => {
        const key = `${world.checkId}-order-${number}`;
        await session.subscribe({ key, customerId, plan, start, quantity: '1', billing: 'anniversary' });
      };
      const once = couponOf('once', amountOff('10.00', 'USD'), { invoicesMax: 1 });
      await session.createCoupon(once);
      const redemption = { customerId: far, code: once.code, subscriptionId: null };
      await session.redeemCoupon({ key: `${world.checkId}-once`, ...redemption });
      await order(near, 'plan-EUR', 1);
      await order(far, 'plan-USD', 2);
      const waiting = theFirst(await session.drafts(far), 'draft');
      for (const attempt of [1, 2]) {
        const final = session.finalise(`${world.checkId}-final-${attempt}`, waiting.id);
        world.expectRefused(await refusalOf(final), 'An invoice was issued that nobody can value.');
        const key = `${world.checkId}-charge-${attempt}`;
        const charge = {
          key,
          customerId: far,
          text: 'Training',
          amount: parseMoney('5.00', 'USD'),
          date: start,
        };
        world.expectRefused(
          await refusalOf(session.charge(charge)),
          'A charge was taken that nobody can value.',
        );
      }
      await order(near, 'plan-EUR', 3);
      world.expectEqual('invoices of who cannot be billed', 0, (await session.invoices(far)).length);
      world.expectEqual('his postings', 0, (await session.ledger(far)).length);
      await session.setExchangeRate(ecb('USD', '0.9'));
      await session.advanceTo(localDate('2026-01-02'));
      const late = await session.invoices(far);
      world.expectEqual(
        'totals of his invoices, once there is a rate',
        ['USD 20.00'],
        late.map(({ total }) => formatMoney(total)),
      );
      expectSeries(world, 'the company', [...(await session.invoices(near)), ...late]);
    },
  );
});
