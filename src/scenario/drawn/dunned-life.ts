import { base, en, Faker } from '@faker-js/faker';
import type { DunningPolicy, DunningState } from '../../model/billing/dunning.ts';
import type { Invoice } from '../../model/billing/invoice.ts';
import { addDays, type LocalDate } from '../../model/date.ts';
import { displayMoney, type Money, moneyAmount, moneyOf } from '../../model/money.ts';
import { type DunningCourse, dunnedOn, neverDunned } from '../../oracle/payment/dunning-course.ts';
import { refusalOf } from '../billing-session.ts';
import { dunningLevel } from '../situations/late-payer.ts';
import { billingStart, type Debtor, debtor } from '../situations/paying-customer.ts';
import type { World } from '../world.ts';
import { actsOf } from './account-life.ts';
import { type Beforehand, openWalletFor, topUpFor, transferFor } from './paid-beforehand.ts';

/** A customer who pays now and then: what he does is drawn, how he is dunned is known. */
interface Life {
  readonly world: World;
  readonly faker: Faker;
  readonly owing: Debtor;
  readonly policy: DunningPolicy;
  course: DunningCourse;
  today: LocalDate;
  number: number;
  seen: Seen;
}

/** What the target says of him after the last act. */
interface Seen {
  readonly dunning: DunningState;
  /** All invoices but those of what being late cost. */
  readonly invoices: readonly Invoice[];
}

/** What is not drawn, so that each of it is there with every seed. */
export interface DunnedSort {
  readonly currency: string;
  readonly ageFrom: DunningPolicy['ageFrom'];
}

type Act = (life: Life, invoice: Invoice) => Promise<unknown>;

const acts = 20;
const intervals = [
  { unit: 'month', count: 1 },
  { unit: 'week', count: 1 },
  { unit: 'day', count: 5 },
] as const;

const kinds: Readonly<Record<string, Act>> = {
  'a payment': (life, { id, due }) => pay(life, id, due),
  'a part payment': (life, { id, due }) => pay(life, id, partOf(life, due)),
  'what he was told of': payWhatHeWasToldOf,
  // Of what was refunded since, more may be owed than can still be credited.
  'a credit note': (life, invoice) => refusalOf(creditNote(life, invoice)),
  'a write-off': ({ owing, ...life }, { id }) => owing.session.writeOff(keyOf(life), id),
};

/** What may happen to an invoice whether anything of it is owed or not; the target may say no. */
const kindsOfAny: Readonly<Record<string, Act>> = {
  'a credit note': (life, { id, total }) => refusalOf(creditNote(life, { id, due: total })),
  'a credit note taken back': takeNoteBack,
  'a void': (life, { id }) =>
    refusalOf(life.world.can('invoice.void') ? life.owing.session.voidInvoice(keyOf(life), id) : nothing),
  'a refund': refundLast,
  'a transfer': (life) =>
    life.world.can('payment.receive') ? transferFor(life.owing, beforehand(life)) : nothing,
  'a top-up': (life) => (life.world.can('wallet') ? topUpFor(life.owing, beforehand(life)) : nothing),
};
const nothing = Promise.resolve();

/** After each act and each stretch of days the customer is on the level, was told and was charged as his debts ask for. */
export async function expectDunnedLife(world: World, of: DunnedSort): Promise<void> {
  const life = await begin(world, of);
  const { owing } = life;
  for (let number = 1; number <= actsOf(world, acts); number += 1) {
    life.number = number;
    const { what, from } = await happen(life);
    life.seen = await seenOf(owing);
    look(life, from);
    expectCourse(life, `${what} (act ${number})`);
  }
}

async function begin(world: World, { currency, ageFrom }: DunnedSort): Promise<Life> {
  const faker = new Faker({ locale: [en, base] });
  faker.seed([world.seed, ...new TextEncoder().encode(`dunning ${currency} ${ageFrom}`)]);
  const each = moneyOf(BigInt(faker.number.int({ min: 5_001, max: 200_000 })), currency);
  // Where bills come often several debts are late at once, and the end of one shows how late the next one is.
  const interval = faker.helpers.arrayElement(intervals);
  const owing = await debtor(world, moneyAmount(each), { currency, interval });
  const policy = drawnPolicy(faker, each, ageFrom);
  await owing.session.setDunningPolicy(policy);
  if (world.can('wallet')) await openWalletFor(owing, world.checkId);
  const seen = await seenOf(owing);
  return { world, faker, owing, policy, course: neverDunned, today: billingStart, number: 0, seen };
}

/** Levels after days that no month divides; a threshold is one that debts reach exactly. */
function drawnPolicy(faker: Faker, each: Money, ageFrom: DunningPolicy['ageFrom']): DunningPolicy {
  const fee = moneyAmount({ ...each, amountMinor: 777n });
  const percent = () => faker.helpers.arrayElement(['9', '4.12']);
  // Of three levels one has both: each of them is charged, whatever becomes of the other.
  const [first, second, third] = faker.helpers.shuffle([
    { fee, interestPercent: percent() },
    { fee: faker.helpers.arrayElement([null, fee]), interestPercent: null },
    { fee: null, interestPercent: percent() },
  ]);
  const days = (min: number) => faker.number.int({ min, max: min + 6 });
  return {
    firstAttempt: 'issue-date',
    retryDays: [],
    ageFrom,
    threshold: faker.helpers.arrayElement([null, moneyAmount(each), twice(each)]),
    levels: [
      dunningLevel('reminder', days(2), first),
      dunningLevel('warning', days(12), second),
      dunningLevel('stop', days(25), { suspends: true, ...third }),
    ],
  };
}

/** What settles some bills to come without anybody paying them, to the cent or not quite: nobody is dunned for those. */
function beforehand(life: Life): Beforehand {
  const { due, currency } = life.owing;
  const percent = life.faker.helpers.arrayElement([50n, 100n, 200n]);
  return { key: keyOf(life), amount: moneyOf((due.amountMinor * percent) / 100n, currency) };
}

function twice({ amountMinor, currency }: Money): string {
  return moneyAmount(moneyOf(2n * amountMinor, currency));
}

interface Happened {
  readonly what: string;
  /** The first day that nobody has looked at yet. */
  readonly from: LocalDate;
}

/** Half of the time nothing but days pass. */
async function happen(life: Life): Promise<Happened> {
  const { faker, owing, seen } = life;
  const open = seen.invoices.filter(({ due }) => due.amountMinor > 0n);
  const days = faker.number.int({ min: 1, max: 17 });
  if (faker.datatype.boolean(0.5)) {
    const before = life.today;
    life.today = addDays(before, days);
    await owing.session.advanceTo(life.today);
    return { what: `${days} days`, from: addDays(before, 1) };
  }
  const isOfAny = open.length === 0 || faker.datatype.boolean(0.4);
  const [what, act] = faker.helpers.arrayElement(Object.entries(isOfAny ? kindsOfAny : kinds));
  const invoice = faker.helpers.arrayElement(isOfAny ? seen.invoices : [open[0], open.at(-1)]) as Invoice;
  await act(life, invoice);
  return { what: `${what} of ${displayMoney(invoice.due)}`, from: life.today };
}

/** What the oracle makes of each day from the one on; what is open in the end was open on all of them. */
function look(life: Life, from: LocalDate): void {
  const { policy, world, seen } = life;
  const rounding = world.profile.roundingMode;
  const invoices = seen.invoices.flatMap(({ id, issueDate, dueDate, due }) =>
    dueDate === null ? [] : [{ id, issueDate, dueDate, due }],
  );
  for (let day = from; day <= life.today; day = addDays(day, 1)) {
    const owed = invoices.filter(({ issueDate }) => issueDate <= day);
    life.course = dunnedOn(life.course, { day, owed, policy, rounding });
  }
}

async function seenOf({ session, customerId }: Debtor): Promise<Seen> {
  const dunning = await session.dunning(customerId);
  const late = new Set(dunning.charges.map(({ invoiceId }) => invoiceId));
  const invoices = (await session.invoices(customerId)).filter(({ id }) => !late.has(id));
  return { dunning, invoices };
}

function expectCourse({ world, seen, course }: Life, after: string): void {
  const { level, isSuspended, reminders, charges } = seen.dunning;
  const told = [course.level?.name ?? null, course.level?.suspends ?? false];
  world.expectEqual(`level and suspension after ${after}`, told, [level, isSuspended]);
  world.expectEqual(`reminders after ${after}`, course.reminders, reminders);
  world.expectEqual(
    `charges for being late after ${after}`,
    course.charges,
    charges.map(({ invoiceId: _, ...charge }) => charge),
  );
  world.verify();
}

function keyOf({ world, number }: Pick<Life, 'world' | 'number'>): string {
  return `${world.checkId}-act-${number}`;
}

function partOf({ faker }: Life, { amountMinor, currency }: Money): Money {
  return moneyOf(faker.number.bigInt({ min: 1n, max: amountMinor }), currency);
}

async function pay(life: Life, invoiceId: string, amount: Money): Promise<void> {
  await life.owing.session.pay({ key: keyOf(life), invoiceId, amount });
}

/** What he was told of, and no more: what is late for fewer days goes on getting older, and is dunned on its own day. */
async function payWhatHeWasToldOf(life: Life): Promise<void> {
  const { ageFrom, levels } = life.policy;
  const [{ afterDays } = { afterDays: 0 }] = levels;
  for (const { id, due, dueDate, issueDate } of life.seen.invoices) {
    const from = ageFrom === 'due-date' ? (dueDate ?? issueDate) : issueDate;
    if (due.amountMinor > 0n && addDays(from, afterDays) <= life.today)
      await life.owing.session.pay({ key: `${keyOf(life)}-${id}`, invoiceId: id, amount: due });
  }
}

/** What it made smaller is owed again, as if it had never been; where there is none to take back, one is written. */
async function takeNoteBack(life: Life, { id, total }: Invoice): Promise<void> {
  const { session, customerId } = life.owing;
  const notes = (await session.creditNotes(customerId)).filter(({ status }) => status === 'issued');
  const [note] = life.faker.helpers.arrayElements(notes, 1);
  // What it gave may have been used since.
  if (note !== undefined) await refusalOf(session.voidCreditNote(`${keyOf(life)}-taken-back`, note.id));
  else await refusalOf(creditNote(life, { id, due: total }));
}

/** Where a refund opens its invoice again, that is late from its own last day on. */
async function refundLast(life: Life): Promise<void> {
  const { session, customerId } = life.owing;
  const payment = (await session.payments(customerId)).findLast(({ status }) => status === 'succeeded');
  if (payment === undefined || !life.world.can('payment.refund')) return;
  const { id: paymentId, amount } = payment;
  await refusalOf(session.refund({ key: keyOf(life), paymentId, amount: partOf(life, amount) }));
}

async function creditNote(life: Life, { id, due }: Pick<Invoice, 'id' | 'due'>): Promise<void> {
  const lines = [{ line: 0, net: partOf(life, due) }];
  await life.owing.session.creditNote({
    key: keyOf(life),
    invoiceId: id,
    part: { kind: 'lines', lines },
    reason: 'goodwill',
  });
}
