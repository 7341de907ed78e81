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
  await session.notifyPayment({ id: keyOf(life), paymentId: asked.id, outcome });
  const others = (list: typeof payments) =>
    list.filter(({ id }) => id !== asked.id).map(({ id, status }) => `${id} ${status}`);
  const after = await session.payments(customerId);
  life.world.expectEqual('payments beside the one that was decided', others(payments), others(after));
  const status = after.find(({ id }) => id === asked.id)?.status;
  life.world.expectEqual(`the payment of which ${outcome} was told`, outcome, status);
  if (outcome === 'succeeded') life.cash += asked.amount.amountMinor;
  return true;
}
