import type { Invoice } from '../../model/billing/invoice.ts';
import type { NewReceipt } from '../../model/billing/receipt.ts';
import { displayMoney, moneyAmount, moneyOf } from '../../model/money.ts';
import { statement } from '../situations/bank-street.ts';
import { type AccountLife, done, drawnInvoice, drawnPart, keyOf } from './account-act.ts';

export async function pay(life: AccountLife): Promise<boolean> {
  const invoice = await drawnInvoice(life);
  if (invoice === undefined) return false;
  const amount = drawnPart(life, invoice.due);
  const attempt = life.contract.session.pay({ key: keyOf(life), invoiceId: invoice.id, amount });
  const isDone = await done(life, attempt);
  if (!isDone) return false;
  life.world.expectThat(
    amount.amountMinor <= invoice.due.amountMinor,
    `Found a payment of ${displayMoney(amount)} taken for ${invoice.number}, of which ${displayMoney(invoice.due)} was due.`,
  );
  life.cash += amount.amountMinor;
  return true;
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
