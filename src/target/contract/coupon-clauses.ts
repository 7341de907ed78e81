import type { Coupon } from '../../model/billing/coupon.ts';
import { parseMoney } from '../../model/money.ts';
import { type ContractClause, requireMoney, requireRefusal, requireThat } from './clause.ts';
import { firstDay, flatPlan, monthLater, newCustomer, startingPoint, subscribe } from './starting-point.ts';

const eur = (amount: string) => parseMoney(amount, 'EUR');

const once: Coupon = {
  code: 'contract-once',
  value: { kind: 'amount', amount: '5.00', currency: 'EUR' },
  scope: { kind: 'invoice' },
  redeemBy: null,
  validUntil: null,
  invoicesMax: null,
  redemptionsMax: 1,
};

/** Coupons and what is special about a customer's tax. */
export const couponClauses: readonly ContractClause[] = [
  {
    promise: 'takes a coupon off what is billed after it was redeemed, and gives its last redemption once',
    needs: ['clock', 'price.flat', 'coupon', 'coupon.limits'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'coupon');
      await session.createCoupon(once);
      const redemption = { customerId: customer.id, code: once.code, subscriptionId: null };
      const first = await session.redeemCoupon({ ...redemption, key: 'contract-1' });
      const again = await session.redeemCoupon({ ...redemption, key: 'contract-1' });
      requireThat(first === again, `the same key: found ${again}, expected ${first} again.`);
      await requireRefusal('a second redemption of one', () =>
        session.redeemCoupon({ ...redemption, key: 'contract-2' }),
      );
      await session.advanceTo(monthLater);
      const last = (await session.invoices(customer.id)).at(-1);
      requireMoney('30.00 less 5.00', last?.total ?? eur('0.00'), eur('25.00'));
    },
  },
  {
    promise:
      'takes no tax of a customer who is exempt, and forgets a rate that is deleted for later invoices only',
    needs: ['clock', 'price.flat', 'tax', 'tax.status', 'tax.deletion'],
    verify: async (world) => {
      const session = await world.open('tax-status', firstDay);
      await session.publish(flatPlan);
      const rate = { country: 'DE', from: firstDay };
      await session.setTaxRate({ ...rate, ratePercent: '19' });
      const taxed = await newCustomer(session, 'taxed');
      const exempt = await session.createCustomer({
        key: 'exempt',
        name: 'Exempt',
        country: 'DE',
        currency: 'EUR',
        timeZone: 'Europe/Berlin',
        taxStatus: 'exempt',
      });
      for (const customer of [taxed, exempt])
        await subscribe(session, { customer, plan: flatPlan.plan, start: firstDay });
      const [free] = await session.invoices(exempt.id);
      requireMoney('tax of an exempt customer', free?.tax ?? eur('1.00'), eur('0.00'));
      await session.deleteTaxRate(rate);
      await session.advanceTo(monthLater);
      const [first, second] = await session.invoices(taxed.id);
      requireMoney('tax of before, 19 % of 30.00', first?.tax ?? eur('0.00'), eur('5.70'));
      requireMoney('tax after the rate is gone', second?.tax ?? eur('1.00'), eur('0.00'));
    },
  },
];
