import type { WebhookEvent } from '../model/billing/webhook.ts';
import type { BillingSession } from './billing-session.ts';
import type { WebhookReceiver } from './webhook-receiver.ts';
import type { World } from './world.ts';

export interface Announced {
  readonly session: BillingSession;
  readonly customerId: string;
  readonly receiver: WebhookReceiver;
  readonly secret: string;
}

/** In whichever way they came about: each invoice, payment and void is told, and told once. */
export async function expectAllTold(world: World, announced: Announced): Promise<void> {
  const { session, receiver, secret } = announced;
  const happened = await happenedTo(announced);
  // The start of service is told, too.
  await receiver.arrived(happened.length + 1);
  // What is told once too often comes after all that was waited for.
  await receiver.arrived(happened.length + 2, 700);
  const told = receiver.deliveries
    .map((delivery) => session.readWebhook(delivery, secret))
    .filter((event) => event === null || isOfAccount(event))
    .map((event) => (event === null ? 'not signed rightly' : `${event.kind} ${event.objectId}`));
  world.expectEqual('told', happened.toSorted(), told.toSorted());
}

/** A start of service is told on its own day, and what else there is to tell differs from target to target. */
function isOfAccount({ kind }: WebhookEvent): boolean {
  return kind !== 'other' && kind !== 'subscription.started';
}

async function happenedTo({ session, customerId }: Announced): Promise<readonly string[]> {
  const invoices = await session.invoices(customerId);
  const payments = await session.payments(customerId);
  return [
    ...invoices.map(({ id }) => `invoice.finalised ${id}`),
    ...invoices.filter(({ status }) => status === 'void').map(({ id }) => `invoice.voided ${id}`),
    ...payments.filter(({ status }) => status === 'succeeded').map(({ id }) => `payment.succeeded ${id}`),
  ];
}
