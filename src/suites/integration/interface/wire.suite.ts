import supertest from 'supertest';
import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { moneyOf } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { openWebhookReceiver } from '../../../scenario/webhook-receiver.ts';

const start = localDate('2026-01-01');

describe('What the target refuses', () => {
  check(
    'An order of a plan that nobody published, for a customer whom nobody knows, is refused and bills nothing',
    { topic: 'document', needs: ['price.flat'] },
    async (world) => {
      const plan = monthlyPlan('basic', [fee('20.00')]);
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
      const order = {
        key: `${world.checkId}-x`,
        customerId,
        plan: 'no-such-plan',
        start,
        quantity: '1',
        billing: 'anniversary',
      } as const;
      const refusals = [
        await refusalOf(session.subscribe(order)),
        await refusalOf(
          session.subscribe({
            ...order,
            key: `${order.key}2`,
            plan: plan.plan,
            customerId: 'no-such-customer',
          }),
        ),
        await refusalOf(session.invoice('no-such-invoice')),
      ];
      if (world.can('payment')) {
        const amount = moneyOf(100n, 'EUR');
        refusals.push(
          await refusalOf(session.pay({ key: `${order.key}3`, invoiceId: 'no-such-invoice', amount })),
        );
      }
      for (const answer of refusals) world.expectRefused(answer, 'What nobody knows was accepted.');
      world.expectEqual('invoices', 1, (await session.invoices(customerId)).length);
    },
  );

  check(
    'A world of one customer is not seen from another one',
    { topic: 'document', needs: ['price.flat'], tags: ['@risk-high'] },
    async (world) => {
      const plan = monthlyPlan('basic', [fee('20.00')]);
      const first = await openContract(world, { customer: 'Acme', plan, start });
      const [invoice] = await first.session.invoices(first.customerId);
      const second = await world.target(start);
      world.expectThat(
        invoice !== undefined,
        'Found no invoice in the world that has one, so none was foreign.',
      );
      const answer = await refusalOf(second.invoice(invoice?.id ?? 'no invoice'));
      world.expectRefused(answer, 'An invoice of a foreign world was read.');
    },
  );

  check(
    'Usage of a meter or customer that nobody knows is rejected with a reason',
    { topic: 'usage', needs: ['usage', 'price.flat'] },
    async (world) => {
      const plan = monthlyPlan('basic', [fee('20.00')]);
      const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
      const event = {
        id: `${world.checkId}-e`,
        customerId,
        meter: 'no-such-meter',
        quantity: '1',
        at: instant('2026-01-01T12:00:00Z'),
      };
      for (const wrong of [event, { ...event, id: `${event.id}2`, customerId: 'no-such-customer' }]) {
        const [result] = await session.sendUsage([wrong]);
        world.expectEqual('outcome', 'rejected', result?.outcome);
        world.expectThat((result?.reason ?? '') !== '', 'The rejection gives no reason.');
      }
    },
  );
});

describe('The receiver of notifications', () => {
  check(
    'An event that anybody else posts is told apart from the two that the target signed for an order',
    { topic: 'webhook', needs: ['price.flat', 'webhook'] },
    async (world) => {
      const receiver = await openWebhookReceiver();
      try {
        const session = await world.target(start);
        const secret = await session.registerWebhook(receiver.url);
        const forged = await supertest(receiver.server).post('/billing-events').type('json').send('{}');
        world.expectEqual('the receiver takes what comes, before anybody believed it', 204, forged.status);
        const plan = monthlyPlan('basic', [fee('20.00')]);
        await session.publish(plan);
        const customer = await session.createCustomer({
          key: `${world.checkId}-customer`,
          name: 'Acme',
          country: 'DE',
          currency: 'EUR',
          timeZone: 'Europe/Berlin',
        });
        const key = `${world.checkId}-order`;
        const order = {
          key,
          customerId: customer.id,
          plan: plan.plan,
          start,
          quantity: '1',
          billing: 'anniversary',
        } as const;
        await session.subscribe(order);
        await receiver.arrived(3);
        const believed = receiver.deliveries.map(
          (delivery) => session.readWebhook(delivery, secret)?.kind ?? 'nobody',
        );
        world.expectEqual('who signed', ['nobody', 'subscription.started', 'invoice.finalised'], believed);
      } finally {
        await receiver.close();
      }
    },
  );
});
