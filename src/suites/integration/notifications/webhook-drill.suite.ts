import { describe } from 'vitest';
import type { WebhookEvent } from '../../../model/billing/webhook.ts';
import { localDate } from '../../../model/date.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { openWebhookReceiver, type WebhookReceiver } from '../../../scenario/webhook-receiver.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'webhook', 'webhook.drill'] as const;
const start = localDate('2026-01-01');

interface Told {
  readonly session: BillingSession;
  readonly receiver: WebhookReceiver;
  readonly events: () => readonly (WebhookEvent | null)[];
  /** A subscription and its invoices, in the order in which they happened. */
  readonly happened: () => Promise<readonly string[]>;
}

/** A receiver of our own; of a subscription and three invoices the first `lost` events never reach it. */
async function withEvents(world: World, lost: number, body: (told: Told) => Promise<void>): Promise<void> {
  const receiver = await openWebhookReceiver();
  try {
    const session = await world.target(start);
    const secret = await session.registerWebhook(receiver.url);
    const plan = monthlyPlan('basic', [fee('20.00')]);
    await session.publish(plan);
    const key = `${world.checkId}-customer`;
    const customer = { key, name: 'Acme', country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' };
    const { id: customerId } = await session.createCustomer(customer);
    await session.loseDeliveries(lost);
    const order = { customerId, plan: plan.plan, start, quantity: '1', billing: 'anniversary' } as const;
    const { id } = await session.subscribe({ key: `${world.checkId}-order`, ...order });
    await session.advanceTo(localDate('2026-03-01'));
    await receiver.arrived(4 - lost);
    await body({
      session,
      receiver,
      events: () => receiver.deliveries.map((delivery) => session.readWebhook(delivery, secret)),
      happened: async () => [id, ...(await session.invoices(customerId)).map((invoice) => invoice.id)],
    });
  } finally {
    await receiver.close();
  }
}

describe('Notifications on a bad day', () => {
  check(
    'Told again in reverse, every event keeps its identity, and its number gives the order back',
    { topic: 'webhook', needs, tags: ['@risk-high'] },
    async (world) => {
      await withEvents(world, 0, async ({ session, receiver, events, happened }) => {
        await session.redeliver('reversed');
        await receiver.arrived(8);
        const seen = events();
        const first = seen.slice(0, 4).map((event) => event?.id ?? 'not signed rightly');
        const again = seen.slice(4).map((event) => event?.id ?? 'not signed rightly');
        world.expectEqual('identities', first.toSorted(), again.toSorted());
        const sorted = seen
          .slice(4)
          .toSorted((left, right) => (left?.sequence ?? 0) - (right?.sequence ?? 0))
          .map((event) => event?.objectId);
        world.expectEqual('order by number', await happened(), sorted);
      });
    },
  );

  check(
    'What was lost on its way is told with everything else when it is asked for again',
    { topic: 'webhook', needs, tags: ['@risk-high'] },
    async (world) => {
      await withEvents(world, 2, async ({ session, receiver, events, happened }) => {
        world.expectEqual('told while two were lost', 2, receiver.deliveries.length);
        await session.redeliver('as-happened');
        await receiver.arrived(6);
        const objects = new Set(events().map((event) => event?.objectId));
        world.expectEqual('objects told of', (await happened()).toSorted(), [...objects].toSorted());
        world.expectEqual('deliveries', 6, receiver.deliveries.length);
      });
    },
  );
});
