import { describe } from 'vitest';
import type { WebhookEvent } from '../../../model/billing/webhook.ts';
import { localDate } from '../../../model/date.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import {
  openWebhookReceiver,
  type ReceiverOptions,
  type WebhookReceiver,
} from '../../../scenario/webhook-receiver.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'payment', 'webhook'] as const;

interface Notified {
  readonly session: BillingSession;
  readonly receiver: WebhookReceiver;
  readonly secret: string;
  /** What happened, as the target must tell it. */
  readonly happened: readonly string[];
}

/** A subscription, three invoices and a payment, told to a receiver of our own. */
async function withNotifications(
  world: World,
  options: ReceiverOptions,
  body: (notified: Notified) => Promise<void>,
): Promise<void> {
  const receiver = await openWebhookReceiver(options);
  try {
    const start = localDate('2026-01-01');
    const session = await world.target(start);
    const secret = await session.registerWebhook(receiver.url);
    const plan = monthlyPlan('basic', [fee('20.00')]);
    await session.publish(plan);
    const { id: customerId } = await session.createCustomer({
      key: `${world.checkId}-customer`,
      name: 'Acme',
      country: 'DE',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
    });
    const key = `${world.checkId}-subscription`;
    const subscription = await session.subscribe({
      key,
      customerId,
      plan: plan.plan,
      start,
      quantity: '1',
      billing: 'anniversary',
    });
    await session.advanceTo(localDate('2026-03-01'));
    const invoices = await session.invoices(customerId);
    const [first] = invoices;
    const happened = [
      `subscription.started ${subscription.id}`,
      ...invoices.map(({ id }) => `invoice.finalised ${id}`),
    ];
    world.expectEqual('invoices to tell of', 3, invoices.length);
    if (first !== undefined) {
      const payment = await session.pay({
        key: `${world.checkId}-pay`,
        invoiceId: first.id,
        amount: first.due,
      });
      happened.push(`payment.succeeded ${payment.id}`);
    }
    await receiver.arrived(happened.length + (options.failFirst ?? 0));
    await body({ session, receiver, secret, happened });
  } finally {
    await receiver.close();
  }
}

function eventsOf({ session, receiver, secret }: Notified): readonly (WebhookEvent | null)[] {
  return receiver.deliveries.map((delivery) => session.readWebhook(delivery, secret));
}

function told(events: readonly (WebhookEvent | null)[]): readonly string[] {
  return events
    .map((event) => (event === null ? 'not signed rightly' : `${event.kind} ${event.objectId}`))
    .sort();
}

describe('Notifications to other systems', () => {
  check(
    'Each subscription, invoice and payment is told once, and signed',
    { topic: 'webhook', needs, tags: ['@short'] },
    async (world) => {
      await withNotifications(world, {}, async (notified) => {
        world.expectEqual('told', notified.happened.toSorted(), told(eventsOf(notified)));
      });
    },
  );

  check(
    'A body or signature that was tampered with is not believed',
    { topic: 'webhook', needs, tags: ['@risk-high', '@short'] },
    async (world) => {
      await withNotifications(world, {}, async ({ session, receiver, secret }) => {
        const [delivery] = receiver.deliveries;
        if (delivery === undefined) {
          world.expectThat(false, 'Nothing was told, expected at least one notification.');
          return;
        }
        world.expectThat(
          session.readWebhook(delivery, secret) !== null,
          'The untouched notification is not believed.',
        );
        const last = delivery.body.at(-1) ?? '';
        const tampered = {
          'one character more': { ...delivery, body: `${delivery.body} ` },
          'one character less': { ...delivery, body: delivery.body.slice(0, -1) },
          'another character': {
            ...delivery,
            body: `${delivery.body.slice(0, -1)}${last === ' ' ? 'x' : ' '}`,
          },
          'no headers': { ...delivery, headers: {} },
        };
        for (const [how, changed] of Object.entries(tampered))
          world.expectEqual(`a notification with ${how}`, null, session.readWebhook(changed, secret));
        world.expectEqual(
          'a notification under another secret',
          null,
          session.readWebhook(delivery, `${secret}x`),
        );
      });
    },
  );

  check(
    'A receiver that was away for a moment is told again, and each event keeps its identity',
    { topic: 'webhook', needs, timeoutMs: 30_000 },
    async (world) => {
      await withNotifications(world, { failFirst: 1 }, async (notified) => {
        const events = eventsOf(notified);
        const distinct = new Map(events.map((event) => [event?.id ?? 'not signed rightly', event]));
        world.expectEqual('distinct events', notified.happened.toSorted(), told([...distinct.values()]));
        world.expectEqual('deliveries', notified.happened.length + 1, events.length);
      });
    },
  );
});
