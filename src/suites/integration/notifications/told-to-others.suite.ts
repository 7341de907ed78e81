import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { importAll, imported, order } from '../../../scenario/situations/order-chain.ts';
import { onStreet, orderNeeds } from '../../../scenario/situations/order-street.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import { openWebhookReceiver } from '../../../scenario/webhook-receiver.ts';

const start = localDate('2026-01-01');
const tags = ['@edge', '@risk-high'];

describe('More events than one digit can count', () => {
  check(
    'each once, a later start, voids and credit notes among them, and numbered in their order',
    {
      topic: 'webhook',
      needs: ['clock', 'price.flat', 'webhook', 'webhook.drill', 'invoice.void', 'credit-note'],
      tags,
    },
    async (world) => {
      const receiver = await openWebhookReceiver();
      try {
        const plan = monthlyPlan('basic', [fee('20.00')]);
        const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
        const secret = await session.registerWebhook(receiver.url);
        const order2 = { customerId, plan: 'basic', quantity: '1', billing: 'anniversary' } as const;
        const key = `${world.checkId}-later`;
        const later = await session.subscribe({ key, ...order2, start: localDate('2026-01-20') });
        // Nothing is billed on the first day of what is charged afterwards.
        const support = { ...fee('1.00'), timing: 'arrears' } as const;
        await session.publish(monthlyPlan('support', [support]));
        const silent = await session.subscribe({
          ...order2,
          key: `${key}-2`,
          plan: 'support',
          start: localDate('2026-01-12'),
        });
        await session.advanceTo(localDate('2026-06-15'));
        const invoices = await session.invoices(customerId);
        const [first, second] = invoices;
        const note = await session.creditNote({
          key: `${world.checkId}-note`,
          invoiceId: first?.id ?? '',
          part: { kind: 'lines', lines: [{ line: 0, net: eur('5.00') }] },
          reason: 'goodwill',
        });
        await session.voidInvoice(`${world.checkId}-void`, second?.id ?? '');
        // The first invoice was there before anybody listened.
        const happened = [
          `subscription.started ${later.id}`,
          `subscription.started ${silent.id}`,
          ...invoices.slice(1).map(({ id }) => `invoice.finalised ${id}`),
          `credit-note.issued ${note.id}`,
          `invoice.voided ${second?.id}`,
        ];
        await receiver.arrived(happened.length);
        await session.redeliver('as-happened');
        await receiver.arrived(2 * happened.length);
        const events = receiver.deliveries.map((delivery) => session.readWebhook(delivery, secret));
        const texts = events.map((event) => `${event?.kind} ${event?.objectId}`);
        const half = happened.length;
        world.expectEqual('told', happened.toSorted(), texts.slice(0, half).toSorted());
        world.expectEqual('told again, in the same order', texts.slice(0, half), texts.slice(half));
        const numbers = events.slice(0, half).map((event) => event?.sequence ?? 0);
        world.expectThat(
          numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0)),
          `The numbers of the events do not rise: ${numbers.join(', ')}.`,
        );
      } finally {
        await receiver.close();
      }
    },
  );
});

describe('A receiver that is away for two attempts', () => {
  check(
    'is told with the third',
    {
      topic: 'webhook',
      needs: ['clock', 'price.flat', 'webhook'],
      tags: ['@edge'],
      timeoutMs: 30_000,
    },
    async (world) => {
      const receiver = await openWebhookReceiver({ failFirst: 2 });
      try {
        const plan = monthlyPlan('basic', [fee('20.00')]);
        const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
        const secret = await session.registerWebhook(receiver.url);
        await session.advanceTo(localDate('2026-02-01'));
        const [, february] = await session.invoices(customerId);
        await receiver.arrived(3);
        const told = receiver.deliveries.map((delivery) => session.readWebhook(delivery, secret)?.objectId);
        world.expectEqual('attempts', [february?.id, february?.id, february?.id], told);
      } finally {
        await receiver.close();
      }
    },
  );
});

describe('Orders that are almost the same', () => {
  check(
    'are each carried out: ids with zeros in front, in another case, and parts of a unit',
    { topic: 'completeness', needs: orderNeeds, tags },
    async (world) => {
      await onStreet(world, 0, async ({ session, source, book }) => {
        const ids = ['7', '07', '007', 'order-a', 'order-A', '70'];
        for (const id of ids) source.offer({ ...order(id, book.start), quantity: '2.5' });
        const taken = imported(await importAll(session, 6));
        world.expectEqual(
          'carried out',
          ids.map((id) => [id, 'imported']),
          taken.map(({ orderId, kind }) => [orderId, kind]),
        );
        const quantities = await Promise.all(
          taken.map(async ({ subscriptionId }) => (await session.subscription(subscriptionId)).quantity),
        );
        world.expectEqual(
          'quantities',
          ids.map(() => '2.5'),
          quantities,
        );
      });
    },
  );
});
