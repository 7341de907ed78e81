import { base, en, Faker } from '@faker-js/faker';
import type { Charge } from '../../model/billing/catalog.ts';
import { localDate } from '../../model/date.ts';
import { decimalFrom } from '../../model/decimal.ts';
import type { Capability } from '../../target/capability.ts';
import type { BillingSession } from '../billing-session.ts';
import { amountOff, couponOf } from '../coupons.ts';
import { openContract } from '../situations/open-contract.ts';
import type { World } from '../world.ts';
import type { AccountAct, AccountLife } from './account-act.ts';
import { expectBookedSince, nothingBooked } from './account-days.ts';
import { expectSoundAccount } from './account-soundness.ts';
import { fill, topUp, walletForAll, withdraw } from './acts-of-credits.ts';
import { charge, credit, rebill, voidInvoice, voidNote } from './acts-of-documents.ts';
import { bankLine, decline, dispute, pay, receive, refund, transfer, writeOff } from './acts-of-money.ts';
import {
  breakOf,
  closeMonth,
  largePlan,
  meter,
  month,
  otherPlan,
  seats,
  smallPlan,
  use,
} from './acts-of-service.ts';
import { anotherCoupon, anotherTaxRate } from './acts-of-terms.ts';
import { fee, monthlyPlan } from './customer-history.ts';

export const lifeStart = localDate('2026-01-10');
const acts = 20;
/** With the least effort one of so many lives is looked at before its end. */
const livesPerLook = 4;
const last = 'a transfer at the end';

interface Kind {
  readonly name: string;
  readonly act: AccountAct;
  /** Beyond what the check itself asks of a target; without it the act is not drawn. */
  readonly needs?: Capability;
}

const kinds: readonly Kind[] = [
  { name: 'a payment', act: pay },
  { name: 'a payment that is declined', act: decline, needs: 'payment.gateway' },
  { name: 'a refund', act: refund },
  { name: 'money by transfer', act: receive },
  { name: 'a credit note', act: credit },
  { name: 'a credit note taken back', act: voidNote },
  { name: 'a void', act: voidInvoice },
  { name: 'another bill', act: rebill },
  { name: 'a write-off', act: writeOff },
  { name: 'a top-up', act: topUp },
  { name: 'credits taken out', act: withdraw },
  { name: 'a month', act: month },
  { name: 'a charge by hand', act: charge, needs: 'invoice.charge' },
  { name: 'a line of the bank', act: bankLine, needs: 'bank.files' },
  { name: 'other seats', act: seats, needs: 'subscription.quantity' },
  { name: 'another plan', act: otherPlan, needs: 'subscription.change' },
  { name: 'a break', act: breakOf, needs: 'subscription.pause' },
  { name: 'usage', act: use, needs: 'usage.late' },
  { name: 'a chargeback', act: dispute, needs: 'payment.chargeback' },
  { name: 'another coupon', act: anotherCoupon },
  { name: 'another tax rate', act: anotherTaxRate },
  { name: 'the end of a month in the books', act: closeMonth, needs: 'period-close' },
];

/**
 * After each act, whether it was done or refused, the account has to be sound. Looking costs far more than acting: with less
 * effort it is looked at less often, but lives as long, for what is wrong often takes many acts to come to, and stays.
 */
export async function expectSoundLife(world: World, salt: string, currency: string): Promise<void> {
  const life = await beginLife(world, { salt, currency });
  const actsAtATime = actsBetweenLooks(world);
  await liveOn(life, async (after) => {
    if ((life.number + world.seed) % actsAtATime === 0) await expectSoundAfter(life, after);
  });
  await expectSoundAfter(life, last);
}

/** Act after act, each followed by a look. */
async function liveOn(life: AccountLife, look: (after: string) => Promise<void>): Promise<void> {
  const possible = kindsFor(life);
  for (let number = 1; number <= acts; number += 1) {
    life.number = number;
    const kind = life.faker.helpers.arrayElement(possible);
    const isDone = await kind.act(life);
    await look(`${kind.name} (act ${number}, ${isDone ? 'done' : 'refused'})`);
  }
  await endLife(life);
}

/** Each kind of act once, in an order that is drawn: for looks at the end, at which none may be missing. */
export async function liveThroughAll(life: AccountLife): Promise<void> {
  for (const { act } of life.faker.helpers.shuffle(kindsFor(life))) {
    life.number += 1;
    await act(life);
  }
  await endLife(life);
}

function kindsFor({ world }: AccountLife): readonly Kind[] {
  return kinds.filter(({ needs }) => needs === undefined || world.can(needs));
}

/** This one cannot be refused: an account of which nothing was done would be sound as well. */
async function endLife(life: AccountLife): Promise<void> {
  life.number += 1;
  life.world.expectEqual(last, true, await transfer(life));
}

/** The last act is looked at in any case; which of the others, differs with each seed. */
function actsBetweenLooks(world: World): number {
  const looks = world.configuration.effort ?? acts + 1;
  return Math.ceil((acts + 1) / looks) * (looks === 1 ? livesPerLook : 1);
}

async function expectSoundAfter(life: AccountLife, after: string) {
  const { world, contract, currency, cash, lost } = life;
  const { session, customerId } = contract;
  life.booked = await expectBookedSince(world, contract, life.booked);
  const lostInAll = [...lost.values()].reduce((sum, minor) => sum + minor, 0n);
  await expectSoundAccount(world, { session, customerId, currency }, { cash, lost: lostInAll, after });
}

/** The first day: a contract, a coupon, and credit in two wallets. */
export async function beginLife(
  world: World,
  of: {
    readonly salt: string;
    readonly currency: string;
    /** Where something was set up before; else a world of its own. */
    readonly session?: BillingSession;
  },
): Promise<AccountLife> {
  const { salt, currency } = of;
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
  const plan = monthlyPlan(smallPlan, charges, { currency });
  const larger = [fee(price(25_007)), seatFee, fee(price(3_333), 'support'), ...metered];
  if (world.can('subscription.change')) await session.publish(monthlyPlan(largePlan, larger, { currency }));
  const name = { EUR: 'Acme', JPY: 'Sakura', KWD: 'Dhow' }[currency] ?? 'Acme';
  const contract = await openContract(world, { customer: name, plan, start: lifeStart, session });
  const { customerId } = contract;
  await session.createCoupon(couponOf('some', amountOff(price(1_000), currency)));
  await session.redeemCoupon({
    key: `${world.checkId}-coupon`,
    customerId,
    code: 'some',
    subscriptionId: null,
  });
  for (const [walletName, wallet] of [
    [walletForAll, { charges: null, expires: null, rate: '1' }],
    ['for one', { charges: ['support'], expires: localDate('2026-03-20'), rate: '0.37' }],
  ] as const)
    await session.openWallet({
      key: `${world.checkId}-${walletName}`,
      customerId,
      name: walletName,
      priority: 1,
      ...wallet,
    });
  const life = {
    ...{ world, faker, contract, name, currency, country, firstDay: lifeStart, number: 0 },
    ...{ cash: 0n, lost: new Map(), booked: nothingBooked(lifeStart) },
  };
  await fillAll(life);
  return life;
}

/** So that the next bill finds something in each of them: what several wallets do together shows on one bill only. */
async function fillAll(life: AccountLife): Promise<void> {
  const { session, customerId } = life.contract;
  for (const { id, name } of await session.wallets(customerId))
    await fill(life, { key: `${life.world.checkId}-${name}-first`, walletId: id, credits: '30' });
}
