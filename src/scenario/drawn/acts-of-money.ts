import { moneyAmount, moneyOf } from '../../model/money.ts';
import { statement } from '../situations/bank-street.ts';
import { type AccountLife, done, drawnInvoice, drawnPart, keyOf } from './account-act.ts';

export async function pay(life: AccountLife): Promise<boolean> {
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
  const { id: paymentId, amount: paid } = life.faker.helpers.arrayElement(payments);
  const amount = drawnPart(life, paid);
  const isDone = await done(life, session.refund({ key: keyOf(life), paymentId, amount }));
  if (isDone) life.cash -= amount.amountMinor;
  return isDone;
}

export async function receive(life: AccountLife): Promise<boolean> {
  const { session, customerId } = life.contract;
  const invoices = await session.invoices(customerId);
  const named = life.faker.helpers.arrayElements(invoices).map(({ id }) => id);
  const invoiceIds = life.faker.datatype.boolean() ? named : null;
  const amount = moneyOf(BigInt(life.faker.number.int({ min: 1, max: 25_000 })), life.currency);
  const isDone = await done(life, session.receive({ key: keyOf(life), customerId, amount, invoiceIds }));
  if (isDone) life.cash += amount.amountMinor;
  return isDone;
}

/** The customer's bank takes back what he paid; of what was refunded already nobody says how much that would be. */
export async function dispute(life: AccountLife): Promise<boolean> {
  const { session, customerId } = life.contract;
  const refunded = new Set((await session.refunds(customerId)).map(({ paymentId }) => paymentId));
  const payments = (await session.payments(customerId)).filter(
    ({ id, status }) => status === 'succeeded' && !refunded.has(id),
  );
  if (payments.length === 0) return false;
  const { id: paymentId, amount } = life.faker.helpers.arrayElement(payments);
  const attempt = session.notifyPayment({ id: keyOf(life), paymentId, outcome: 'charged-back' });
  if (!(await done(life, attempt))) return false;
  const after = (await session.payments(customerId)).find(({ id }) => id === paymentId);
  if (after?.status !== 'charged-back') return false;
  life.cash -= amount.amountMinor;
  return true;
}

/** Money that comes by itself and names nothing. */
export async function transfer(life: AccountLife): Promise<boolean> {
  const { session, customerId } = life.contract;
  const amount = moneyOf(100n, life.currency);
  const isDone = await done(
    life,
    session.receive({ key: keyOf(life), customerId, amount, invoiceIds: null }),
  );
  if (isDone) life.cash += amount.amountMinor;
  return isDone;
}

export async function writeOff(life: AccountLife): Promise<boolean> {
  const invoice = await drawnInvoice(life);
  if (invoice === undefined) return false;
  const isDone = await done(life, life.contract.session.writeOff(keyOf(life), invoice.id));
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
