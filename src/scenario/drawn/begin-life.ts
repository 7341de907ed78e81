import { base, en, Faker } from '@faker-js/faker';
import type { Charge } from '../../model/billing/catalog.ts';
import { localDate } from '../../model/date.ts';
import { decimalFrom } from '../../model/decimal.ts';
import type { BillingSession } from '../billing-session.ts';
import { amountOff, couponOf } from '../coupons.ts';
import { openContract } from '../situations/open-contract.ts';
import type { World } from '../world.ts';
import type { AccountLife } from './account-act.ts';
import { nothingBooked } from './account-days.ts';
import { fill, walletForAll } from './acts-of-credits.ts';
import { meter } from './acts-of-service.ts';
import { fee, monthlyPlan } from './customer-history.ts';

export const lifeStart = localDate('2026-01-10');

/** What a target must be able to do for such a life. */
export const needsOfLife = [
  'clock',
  'price.flat',
  'tax',
  'coupon',
  'payment',
  'payment.refund',
  'payment.receive',
  'payment.write-off',
  'credit-note',
  'invoice.void',
  'invoice.rebill',
  'balance',
  'wallet',
  'ledger',
] as const;

/** The first day: a contract, a coupon, and credit in two wallets. */
export async function beginLife(
  world: World,
  of: {
    readonly salt: string;
    readonly currency: string;
    /** Where something was set up before; else a world of its own. */
    readonly session?: BillingSession;
    /** Where somebody else lives in the same world: all that has a name there begins with it. */
    readonly label?: string;
    /** What is said of the customer before he orders. */
    readonly before?: (customerId: string) => Promise<void>;
  },
): Promise<AccountLife> {
  const { salt, currency, label = '', before } = of;
  const key = `${world.checkId}${label}`;
  const plans = { small: `${label}basic`, large: `${label}pro`, extra: `${label}extra` };
  const faker = new Faker({ locale: [en, base] });
  faker.seed([world.seed, ...new TextEncoder().encode(salt)]);
  const session = of.session ?? (await world.target(lifeStart));
  const country = { EUR: 'DE', JPY: 'JP', KWD: 'KW' }[currency] ?? 'DE';
  await session.setTaxRate({ country, ratePercent: '8.875', from: localDate('2020-01-01') });
  const price = (minor: number) => decimalFrom(BigInt(minor), { EUR: 2, JPY: 0, KWD: 3 }[currency] ?? 2);
  const perSeat = { kind: 'per-unit', unit: price(777) } as const;
  const hasSeats = world.can('subscription.quantity') && world.can('price.per-unit');
  const seatFee: Charge = hasSeats
    ? { kind: 'recurring', code: 'seats', timing: 'advance', price: perSeat }
    : fee(price(777), 'seats');
  const metered: readonly Charge[] = world.can('usage.late')
    ? [{ kind: 'usage', code: meter, meter, price: { kind: 'per-unit', unit: '0.0375' } }]
    : [];
  const charges = [fee(price(10_001)), seatFee, fee(price(3_333), 'support'), ...metered];
  const plan = monthlyPlan(plans.small, charges, { currency });
  const larger = [fee(price(25_007)), seatFee, fee(price(3_333), 'support'), ...metered];
  if (world.can('subscription.change')) await session.publish(monthlyPlan(plans.large, larger, { currency }));
  const extra = [fee(price(1_117), 'extra')];
  if (world.can('subscription.add-on')) await session.publish(monthlyPlan(plans.extra, extra, { currency }));
  const name = { EUR: 'Acme', JPY: 'Sakura', KWD: 'Dhow' }[currency] ?? 'Acme';
  const who = { customer: name, plan, start: lifeStart } as const;
  const contract = await openContract(world, { ...who, session, key, before });
  const { customerId } = contract;
  await session.createCoupon(couponOf(`${label}some`, amountOff(price(1_000), currency)));
  await session.redeemCoupon({
    key: `${key}-coupon`,
    customerId,
    code: `${label}some`,
    subscriptionId: null,
  });
  for (const [walletName, wallet] of [
    [walletForAll, { charges: null, expires: null, rate: '1' }],
    ['for one', { charges: ['support'], expires: localDate('2026-03-20'), rate: '0.37' }],
  ] as const)
    await session.openWallet({
      key: `${key}-${walletName}`,
      customerId,
      name: walletName,
      priority: 1,
      ...wallet,
    });
  const life: AccountLife = {
    ...{ world, faker, contract, key, plans, name, currency, country, firstDay: lifeStart, number: 0 },
    ...{
      cash: 0n,
      lost: new Map(),
      booked: nothingBooked(lifeStart),
      bills: 'come',
      started: [contract.subscription.id],
      addOns: [],
    },
  };
  await fillAll(life);
  return life;
}

/** So that the next bill finds something in each of them: what several wallets do together shows on one bill only. */
async function fillAll(life: AccountLife): Promise<void> {
  const { session, customerId } = life.contract;
  for (const { id, name } of await session.wallets(customerId))
    await fill(life, { key: `${life.key}-${name}-first`, walletId: id, credits: '30' });
}
