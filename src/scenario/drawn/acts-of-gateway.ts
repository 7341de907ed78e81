import type { Payment } from '../../model/billing/payment.ts';
import { type AccountLife, done, drawnInvoice, drawnPart, keyOf } from './account-act.ts';

/** The payment service has not decided yet: no money came. */
export async function payLater(life: AccountLife): Promise<boolean> {
  const invoice = await drawnInvoice(life);
  if (invoice === undefined) return false;
  const { session, customerId } = life.contract;
  const amount = drawnPart(life, invoice.due);
  await session.setPaymentMethod(customerId, { behaviour: 'stays-pending', collection: 'manual' });
  const isDone = await done(life, session.pay({ key: keyOf(life), invoiceId: invoice.id, amount }));
  await session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'manual' });
  return isDone;
}

/** It decides, whatever became of the invoice meanwhile: money that came is the customer's, money that did not is nobody's. */
export async function decide(life: AccountLife): Promise<boolean> {
  const { session, customerId } = life.contract;
  const payments = await session.payments(customerId);
  const [asked] = life.faker.helpers.arrayElements(
    payments.filter(({ status }) => status === 'pending'),
    1,
  );
  if (asked === undefined) return false;
  const outcome = life.faker.helpers.arrayElement(['succeeded', 'succeeded', 'declined'] as const);
  // That nothing is decided yet is told as well, and is no news.
  if (life.number % 2 === 0)
    await session.notifyPayment({ id: `${keyOf(life)}-before`, paymentId: asked.id, outcome: 'pending' });
  await session.notifyPayment({ id: keyOf(life), paymentId: asked.id, outcome });
  const after = await session.payments(customerId);
  const [before, since] = [beside(asked.id, payments), beside(asked.id, after)];
  life.world.expectEqual('payments beside the one that was decided', before, since);
  const status = after.find(({ id }) => id === asked.id)?.status;
  life.world.expectEqual(`the payment of which ${outcome} was told`, outcome, status);
  if (outcome === 'succeeded') life.cash += asked.amount.amountMinor;
  return true;
}

/** The customer's bank takes back all that he paid, also where a part of it was refunded before. */
export async function dispute(life: AccountLife): Promise<boolean> {
  const { session, customerId } = life.contract;
  const refunded = new Set((await session.refunds(customerId)).map(({ paymentId }) => paymentId));
  const gone = (await session.invoices(customerId)).filter(({ status }) => status === 'void');
  // What was refunded of a void invoice as well, no document says that he owes.
  const isTwiceBack = ({ id, invoiceId }: Payment) =>
    refunded.has(id) && gone.some((invoice) => invoice.id === invoiceId);
  const all = await session.payments(customerId);
  const payments = all.filter((payment) => payment.status === 'succeeded' && !isTwiceBack(payment));
  if (payments.length === 0) return false;
  const { id: paymentId, amount } = life.faker.helpers.arrayElement(payments);
  const attempt = session.notifyPayment({ id: keyOf(life), paymentId, outcome: 'charged-back' });
  if (!(await done(life, attempt))) return false;
  const after = await session.payments(customerId);
  const [before, since] = [beside(paymentId, all), beside(paymentId, after)];
  life.world.expectEqual('payments beside the one that was disputed', before, since);
  if (after.find(({ id }) => id === paymentId)?.status !== 'charged-back') return false;
  life.cash -= amount.amountMinor;
  return true;
}

/** All other payments as they are: what becomes of one of them says nothing of the others, be they of the same amount. */
function beside(paymentId: string, payments: readonly Payment[]): readonly string[] {
  return payments.filter(({ id }) => id !== paymentId).map(({ id, status }) => `${id} ${status}`);
}
