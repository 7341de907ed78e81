import { base, en, Faker } from '@faker-js/faker';
import type { Invoice } from '../../model/billing/invoice.ts';
import { addDays, type LocalDate, localDate } from '../../model/date.ts';
import { decimalFrom } from '../../model/decimal.ts';
import { type Money, moneyOf } from '../../model/money.ts';
import { monthsAfter } from '../../oracle/time/calendar.ts';
import { refusalOf } from '../billing-session.ts';
import { amountOff, couponOf } from '../coupons.ts';
import { type OpenContract, openContract } from '../situations/open-contract.ts';
import type { World } from '../world.ts';
import { expectAsAnnounced, expectBilledAgain, expectCreditUsed, issuedOn } from './account-looks.ts';
import { expectSoundAccount } from './account-soundness.ts';
import { fee, monthlyPlan } from './customer-history.ts';

const start = localDate('2026-01-10');
const acts = 16;
const last = 'a transfer at the end';
const forAll = 'for all';

/** An account as it lives: what was done is drawn, what it has to come to is known. */
interface Life {
  readonly world: World;
  readonly faker: Faker;
  readonly contract: OpenContract;
  readonly currency: string;
  number: number;
  cash: bigint;
  /** By invoice. */
  readonly lost: Map<string, bigint>;
}

type Act = (life: Life) => Promise<boolean>;

const kinds: Readonly<Record<string, Act>> = {
  'a payment': pay,
  'a refund': refund,
  'money by transfer': receive,
  'a credit note': credit,
  'a credit note taken back': voidNote,
  'a void': voidInvoice,
  'another bill': rebill,
  'a write-off': writeOff,
  'a top-up': topUp,
  'credits taken out': withdraw,
  'a month': month,
};

/**
 * After each act, whether it was done or refused, the account has to be sound. Looking costs far more than acting: with less
 * effort it is looked at less often, but lives as long, for what is wrong often takes many acts to come to, and stays.
 */
export async function expectSoundLife(world: World, salt: string, currency: string): Promise<void> {
  const life = await begin(world, salt, currency);
  const actsAtATime = Math.ceil(acts / (world.configuration.effort ?? acts));
  for (let number = 1; number <= acts; number += 1) {
    life.number = number;
    const [after, act] = life.faker.helpers.arrayElement(Object.entries(kinds));
    const isDone = await act(life);
    if (number % actsAtATime === 0)
      await expectSoundAfter(life, `${after} (act ${number}, ${isDone ? 'done' : 'refused'})`);
  }
  // This one cannot be refused: an account of which nothing was done would be sound as well.
  life.number = acts + 1;
  world.expectEqual(last, true, await transfer(life));
  await expectSoundAfter(life, last);
}

async function expectSoundAfter({ world, contract, currency, cash, lost }: Life, after: string) {
  const { session, customerId } = contract;
  const lostInAll = [...lost.values()].reduce((sum, minor) => sum + minor, 0n);
  await expectSoundAccount(world, { session, customerId, currency }, { cash, lost: lostInAll, after });
}

async function begin(world: World, salt: string, currency: string): Promise<Life> {
  const faker = new Faker({ locale: [en, base] });
  faker.seed([world.seed, ...new TextEncoder().encode(salt)]);
  const session = await world.target(start);
  const country = { EUR: 'DE', JPY: 'JP', KWD: 'KW' }[currency] ?? 'DE';
  await session.setTaxRate({ country, ratePercent: '8.875', from: localDate('2020-01-01') });
  const price = (minor: number) => decimalFrom(BigInt(minor), { EUR: 2, JPY: 0, KWD: 3 }[currency] ?? 2);
  const charges = [fee(price(10_001)), fee(price(777), 'seats'), fee(price(3_333), 'support')];
  const plan = monthlyPlan('basic', charges, { currency });
  const customer = { EUR: 'Acme', JPY: 'Sakura', KWD: 'Dhow' }[currency] ?? 'Acme';
  const contract = await openContract(world, { customer, plan, start, session });
  const { customerId } = contract;
  await session.createCoupon(couponOf('some', amountOff(price(1_000), currency)));
  await session.redeemCoupon({
    key: `${world.checkId}-coupon`,
    customerId,
    code: 'some',
    subscriptionId: null,
  });
  for (const [name, wallet] of [
    [forAll, { charges: null, expires: null, rate: '1' }],
    ['for one', { charges: ['support'], expires: localDate('2026-03-20'), rate: '0.37' }],
  ] as const)
    await session.openWallet({ key: `${world.checkId}-${name}`, customerId, name, priority: 1, ...wallet });
  return { world, faker, contract, currency, number: 0, cash: 0n, lost: new Map() };
}

function keyOf({ world, number }: Life): string {
  return `${world.checkId}-act-${number}`;
}

async function drawnInvoice({ faker, contract }: Life): Promise<Invoice | undefined> {
  const invoices = await contract.session.invoices(contract.customerId);
  return faker.helpers.arrayElement(invoices);
}

/** All, a part, one minor unit, or one too many. */
function drawnPart({ faker, currency }: Life, all: Money): Money {
  const parts = [all.amountMinor, all.amountMinor / 3n, 1n, all.amountMinor + 1n];
  return moneyOf(faker.helpers.arrayElement(parts), currency);
}

/** Whether it was done; what was not has to be a no of the target, and nothing that went wrong within it. */
async function done({ world }: Life, attempt: Promise<unknown>): Promise<boolean> {
  const answer = await refusalOf(attempt);
  if (answer !== 'accepted') world.expectRefused(answer, 'An act was not done.');
  return answer === 'accepted';
}

async function pay(life: Life): Promise<boolean> {
  const invoice = await drawnInvoice(life);
  if (invoice === undefined) return false;
  const amount = drawnPart(life, invoice.due);
  const isDone = await done(
    life,
    life.contract.session.pay({ key: keyOf(life), invoiceId: invoice.id, amount }),
  );
  if (isDone) life.cash += amount.amountMinor;
  return isDone;
}

async function refund(life: Life): Promise<boolean> {
  const { session, customerId } = life.contract;
  const payments = await session.payments(customerId);
  if (payments.length === 0) return false;
  const { id: paymentId, amount: paid } = life.faker.helpers.arrayElement(payments);
  const amount = drawnPart(life, paid);
  const isDone = await done(life, session.refund({ key: keyOf(life), paymentId, amount }));
  if (isDone) life.cash -= amount.amountMinor;
  return isDone;
}

async function receive(life: Life): Promise<boolean> {
  const { session, customerId } = life.contract;
  const invoices = await session.invoices(customerId);
  const named = life.faker.helpers.arrayElements(invoices).map(({ id }) => id);
  const invoiceIds = life.faker.datatype.boolean() ? named : null;
  const amount = moneyOf(BigInt(life.faker.number.int({ min: 1, max: 25_000 })), life.currency);
  const isDone = await done(life, session.receive({ key: keyOf(life), customerId, amount, invoiceIds }));
  if (isDone) life.cash += amount.amountMinor;
  return isDone;
}

/** Money that comes by itself and names nothing. */
async function transfer(life: Life): Promise<boolean> {
  const { session, customerId } = life.contract;
  const amount = moneyOf(100n, life.currency);
  const isDone = await done(
    life,
    session.receive({ key: keyOf(life), customerId, amount, invoiceIds: null }),
  );
  if (isDone) life.cash += amount.amountMinor;
  return isDone;
}

async function credit(life: Life): Promise<boolean> {
  const invoice = await drawnInvoice(life);
  if (invoice === undefined) return false;
  const line = life.faker.number.int({ min: 0, max: 2 });
  const net = drawnPart(life, moneyOf(500n, life.currency));
  const part = life.faker.datatype.boolean(0.3)
    ? ({ kind: 'whole' } as const)
    : ({ kind: 'lines', lines: [{ line, net }] } as const);
  const note = { key: keyOf(life), invoiceId: invoice.id, part, reason: 'goodwill' };
  return done(life, life.contract.session.creditNote(note));
}

async function voidNote(life: Life): Promise<boolean> {
  const { session, customerId } = life.contract;
  const notes = await session.creditNotes(customerId);
  if (notes.length === 0) return false;
  return done(life, session.voidCreditNote(keyOf(life), life.faker.helpers.arrayElement(notes).id));
}

async function voidInvoice(life: Life): Promise<boolean> {
  const invoice = await drawnInvoice(life);
  if (invoice === undefined) return false;
  const isDone = await done(life, life.contract.session.voidInvoice(keyOf(life), invoice.id));
  if (isDone) life.lost.delete(invoice.id);
  return isDone;
}

async function rebill(life: Life): Promise<boolean> {
  const { world, contract } = life;
  const { session, customerId } = contract;
  const gone = (await session.invoices(customerId)).filter(({ status }) => status === 'void');
  if (gone.length === 0) return false;
  const voided = life.faker.helpers.arrayElement(gone);
  const without = life.faker.helpers.arrayElement([[], [1], [0, 1], [0, 2], [2, 1]]);
  const attempt = session.rebill({ key: keyOf(life), invoiceId: voided.id, without });
  const isDone = await done(life, attempt);
  if (!isDone) return false;
  const again = await attempt;
  expectBilledAgain(world, { voided, without, again });
  await expectCreditUsed(world, contract, { issued: await session.invoice(again.id), walletName: forAll });
  return true;
}

async function writeOff(life: Life): Promise<boolean> {
  const invoice = await drawnInvoice(life);
  if (invoice === undefined) return false;
  const isDone = await done(life, life.contract.session.writeOff(keyOf(life), invoice.id));
  if (isDone) life.lost.set(invoice.id, (life.lost.get(invoice.id) ?? 0n) + invoice.due.amountMinor);
  return isDone;
}

async function drawnWallet({ faker, contract }: Life): Promise<string> {
  return faker.helpers.arrayElement(await contract.session.wallets(contract.customerId)).id;
}

async function topUp(life: Life): Promise<boolean> {
  const walletId = await drawnWallet(life);
  const credits = life.faker.helpers.arrayElement(['30', '0.5', '12.34567', '100']);
  const { session } = life.contract;
  const isDone = await done(life, session.topUpWallet({ key: keyOf(life), walletId, credits }));
  if (!isDone) return false;
  const paid = (await session.walletEntries(walletId)).filter(({ kind }) => kind === 'top-up').at(-1);
  life.cash += paid?.amount.amountMinor ?? 0n;
  return true;
}

async function withdraw(life: Life): Promise<boolean> {
  const walletId = await drawnWallet(life);
  const credits = life.faker.helpers.arrayElement(['5', '0.33333', '40']);
  return done(life, life.contract.session.withdrawCredits({ key: keyOf(life), walletId, credits }));
}

/** Up to the next bill, which has to be the one that was announced, and on to the end of 31 days. */
async function month({ world, contract }: Life): Promise<boolean> {
  const { session, customerId } = contract;
  const today = await session.today();
  const day = billDayAfter(today);
  const announced = world.can('preview.invoice') ? await session.previewInvoice(customerId, day) : null;
  await session.advanceTo(day);
  const issued = await issuedOn(contract, day);
  if (announced !== null) expectAsAnnounced(world, announced, issued);
  if (issued !== undefined) await expectCreditUsed(world, contract, { issued, walletName: forAll });
  await session.advanceTo(addDays(today, 31));
  return true;
}

function billDayAfter(today: LocalDate): LocalDate {
  let months = 1;
  while (monthsAfter(start, months) <= today) months += 1;
  return monthsAfter(start, months);
}
