import type { OpenContract } from '../situations/open-contract.ts';
import { openWebhookReceiver, type WebhookReceiver } from '../webhook-receiver.ts';
import type { World } from '../world.ts';
import { liveThroughAll } from './account-life.ts';
import { beginLife, lifeStart } from './begin-life.ts';

/** Others are told once of each thing that came of a life, and of nothing that did not. */
export async function expectLifeTold(world: World, salt: string, currency: string): Promise<void> {
  const receiver = await openWebhookReceiver();
  try {
    const session = await world.target(lifeStart);
    const secret = await session.registerWebhook(receiver.url);
    const life = await beginLife(world, { salt, currency, session });
    await liveThroughAll(life);
    await expectToldOnce(world, life.contract, { receiver, secret, started: life.started });
  } finally {
    await receiver.close();
  }
}

/** All that documents and payments say, once, and nothing more. */
export async function expectToldOnce(
  world: World,
  contract: OpenContract,
  of: {
    readonly receiver: WebhookReceiver;
    readonly secret: string;
    /** Where there was more than the one subscription of the contract: all. */
    readonly started?: readonly string[];
  },
): Promise<void> {
  const { receiver, secret, started = [contract.subscription.id] } = of;
  const happened = [...started.map((id) => `subscription.started ${id}`), ...(await happenedTo(contract))];
  await receiver.arrived(happened.length);
  const told = receiver.deliveries.map((delivery) => contract.session.readWebhook(delivery, secret));
  const shown = told.map((event) => (event === null ? 'not signed' : `${event.kind} ${event.objectId}`));
  const news = shown.filter((text) => !text.startsWith('other '));
  world.expectEqual('told of', happened.toSorted(), news.toSorted());
}

/** What documents and payments say that happened. Money that was taken back had come before. */
async function happenedTo({ session, customerId }: OpenContract): Promise<readonly string[]> {
  const invoices = await session.invoices(customerId);
  const notes = await session.creditNotes(customerId);
  const payments = await session.payments(customerId);
  return [
    ...invoices.map(({ id }) => `invoice.finalised ${id}`),
    ...invoices.filter(({ status }) => status === 'void').map(({ id }) => `invoice.voided ${id}`),
    ...notes.map(({ id }) => `credit-note.issued ${id}`),
    ...payments
      .filter(({ status }) => status === 'succeeded' || status === 'charged-back')
      .map(({ id }) => `payment.succeeded ${id}`),
  ];
}
