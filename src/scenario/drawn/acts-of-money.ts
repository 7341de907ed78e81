import type { Invoice } from '../../model/billing/invoice.ts';
import type { Payment } from '../../model/billing/payment.ts';
import type { NewReceipt } from '../../model/billing/receipt.ts';
import { displayMoney, moneyAmount, moneyOf } from '../../model/money.ts';
import { statement } from '../situations/bank-street.ts';
import { type AccountLife, done, drawnInvoice, drawnPart, granted, keyOf } from './account-act.ts';

export async function pay(life: AccountLife): Promise<boolean> {
  const invoice = await drawnInvoice(life);
  if (invoice === undefined) return false;
  const amount = drawnPart(life, invoice.due);
  const attempt = life.contract.session.pay({ key: keyOf(life), invoiceId: invoice.id, amount });
  const isOpen = (await underWayFor(life, invoice.id)) === 0n && invoice.status === 'finalised';
  const isDue = isOpen && amount.amountMinor > 0n && amount.amountMinor <= invoice.due.amountMinor;
  const what = `a payment of ${displayMoney(amount)} for ${invoice.number}`;
  if (!(await granted(life, attempt, { what, isDue }))) return false;
  life.world.expectThat(
    amount.amountMinor <= invoice.due.amountMinor,
    `Found a payment of ${displayMoney(amount)} taken for ${invoice.number}, of which ${displayMoney(invoice.due)} was due.`,
  );
  life.cash += amount.amountMinor;
  return true;
}

async function underWayFor({ contract }: AccountLife, invoiceId: string): Promise<bigint> {
  const payments = await contract.session.payments(contract.customerId);
  return payments
    .filter((payment) => payment.invoiceId === invoiceId && payment.status === 'pending')
    .reduce((sum, { amount }) => sum + amount.amountMinor, 0n);
}

/** A card that says no, and one that says yes from then on: no money came. */
export async function decline(life: AccountLife): Promise<boolean> {
  const invoice = await drawnInvoice(life);
  if (invoice === undefined) return false;
  const { session, customerId } = life.contract;
  const amount = drawnPart(life, invoice.due);
  await session.setPaymentMethod(customerId, { behaviour: 'declines-soft', collection: 'manual' });
  const isDone = await done(life, session.pay({ key: keyOf(life), invoiceId: invoice.id, amount }));
  await session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'manual' });
  return isDone;
}

export async function refund(life: AccountLife): Promise<boolean> {
  const { session, customerId } = life.contract;
  const payments = await session.payments(customerId);
  if (payments.length === 0) return false;
  const payment = life.faker.helpers.arrayElement(payments);
  const { id: paymentId, amount: paid } = payment;
  const amount = drawnPart(life, paid);
  const isDue = amount.amountMinor > 0n && amount.amountMinor <= (await leftToRefund(life, payment));
  const attempt = session.refund({ key: keyOf(life), paymentId, amount });
  const what = `a refund of ${displayMoney(amount)}, of ${displayMoney(paid)}`;
  const isDone = await granted(life, attempt, { what, isDue });
  if (isDone) life.cash -= amount.amountMinor;
  return isDone;
}

/** In minor units; none of what was paid for an invoice that is void, which went to the balance. */
async function leftToRefund({ contract }: AccountLife, payment: Payment): Promise<bigint> {
  const { session, customerId } = contract;
  const invoices = await session.invoices(customerId);
  const isInForce = invoices.some(({ id, status }) => id === payment.invoiceId && status === 'finalised');
  if (payment.status !== 'succeeded' || !isInForce) return 0n;
  return (await session.refunds(customerId))
    .filter(({ paymentId, status }) => paymentId === payment.id && status !== 'declined')
    .reduce((left, { amount }) => left - amount.amountMinor, payment.amount.amountMinor);
}

export async function receive(life: AccountLife): Promise<boolean> {
  const { session, customerId } = life.contract;
  const invoices = await session.invoices(customerId);
  const named = life.faker.helpers.arrayElements(invoices).map(({ id }) => id);
  const invoiceIds = life.faker.datatype.boolean() ? named : null;
  const amount = moneyOf(drawnReceipt(life, invoices), life.currency);
  return taken(life, { key: keyOf(life), customerId, amount, invoiceIds });
}

/** Any sum, or just what some invoice asked for, which may be paid long ago: by its amount alone no money is of an invoice. */
function drawnReceipt({ faker }: AccountLife, invoices: readonly Invoice[]): bigint {
  const any = BigInt(faker.number.int({ min: 1, max: 25_000 }));
  const asked = invoices.map(({ total }) => total.amountMinor).filter((minor) => minor > 0n);
  return faker.datatype.boolean(0.6) ? any : faker.helpers.arrayElement([any, ...asked]);
}

/** What came goes to what is open, and only the rest of it is the customer's again. */
async function taken(life: AccountLife, receipt: NewReceipt): Promise<boolean> {
  const { session, customerId } = life.contract;
  const { amount, invoiceIds } = receipt;
  const wanted = await openOf(life, invoiceIds);
  const { amount: before } = await session.balance(customerId);
  if (!(await done(life, session.receive(receipt)))) return false;
  life.cash += amount.amountMinor;
  const { amount: after } = await session.balance(customerId);
  const used = amount.amountMinor < wanted ? amount.amountMinor : wanted;
  const amounts = [await openOf(life, invoiceIds), after.amountMinor - before.amountMinor];
  const shown = (minors: readonly bigint[]) =>
    minors.map((minor) => displayMoney(moneyOf(minor, life.currency)));
  life.world.expectEqual(
    `left open, and put on the balance, of ${displayMoney(amount)} that came`,
    shown([wanted - used, amount.amountMinor - used]),
    shown(amounts),
  );
  return true;
}

/** Of the named invoices, or of all: what is due and not under way already, in minor units. */
async function openOf({ contract }: AccountLife, ids: readonly string[] | null): Promise<bigint> {
  const { session, customerId } = contract;
  const underWay = (await session.payments(customerId)).filter(({ status }) => status === 'pending');
  const invoices = (await session.invoices(customerId)).filter(({ id }) => ids?.includes(id) ?? true);
  return invoices.reduce((sum, { id, due }) => {
    const asked = underWay.filter(({ invoiceId }) => invoiceId === id);
    const open = asked.reduce((left, { amount }) => left - amount.amountMinor, due.amountMinor);
    return open > 0n ? sum + open : sum;
  }, 0n);
}

/** Money that comes by itself and names nothing. */
export async function transfer(life: AccountLife): Promise<boolean> {
  const amount = moneyOf(100n, life.currency);
  return taken(life, {
    key: keyOf(life),
    customerId: life.contract.customerId,
    amount,
    invoiceIds: null,
  });
}

export async function writeOff(life: AccountLife): Promise<boolean> {
  const invoice = await drawnInvoice(life);
  if (invoice === undefined) return false;
  const isOpen = (await underWayFor(life, invoice.id)) === 0n && invoice.status === 'finalised';
  const attempt = life.contract.session.writeOff(keyOf(life), invoice.id);
  const isDone = await granted(life, attempt, {
    what: `the write-off of ${invoice.number}`,
    isDue: isOpen && invoice.due.amountMinor > 0n,
  });
  if (isDone) life.lost.set(invoice.id, (life.lost.get(invoice.id) ?? 0n) + invoice.due.amountMinor);
  return isDone;
}

/** A transfer as the bank tells of it; money of which the target does not know whose it is, it is told. */
export async function bankLine(life: AccountLife): Promise<boolean> {
  const invoice = await drawnInvoice(life);
  if (invoice === undefined) return false;
  const { session, customerId } = life.contract;
  const amount = drawnPart(life, invoice.due);
  const reference = keyOf(life);
  const booked = await session.today();
  const line = {
    reference,
    booked,
    amount: moneyAmount(amount),
    currency: life.currency,
    text: invoice.number,
  };
  const [result] = await session.importStatement(statement(line));
  const isBooked = result?.kind === 'matched' || result?.kind === 'unapplied';
  if (result?.kind === 'unapplied') await session.applyCash(reference, customerId);
  if (isBooked) life.cash += amount.amountMinor;
  return isBooked;
}
