import { describe } from 'vitest';
import { addDays, localDate } from '../../../model/date.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import { theFirst } from '../../../scenario/situations/refused-acts.ts';
import { openWebhookReceiver } from '../../../scenario/webhook-receiver.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-10');
const plan = monthlyPlan('basic', [fee('20.00')]);
const tags = ['@edge', '@risk-high'];

/** Of a contract somebody listens to, and all that he hears is the first bill of the next customer. */
async function expectNoNews(
  world: World,
  act: (contract: OpenContract, key: string) => Promise<unknown>,
): Promise<void> {
  const receiver = await openWebhookReceiver();
  try {
    const contract = await openContract(world, { customer: 'Acme', plan, start });
    const { session } = contract;
    const secret = await session.registerWebhook(receiver.url);
    await act(contract, `${world.checkId}-act`);
    // Events come in order: once this one is here, none of before is on its way.
    const key = `${world.checkId}-next`;
    const who = { name: 'Kim', country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' } as const;
    const { id: customerId } = await session.createCustomer({ key: `${key}-customer`, ...who });
    const order = { customerId, plan: plan.plan, quantity: '1', billing: 'anniversary' } as const;
    await session.subscribe({ key, ...order, start: await session.today() });
    await receiver.arrived(2);
    const told = receiver.deliveries.map((delivery) => session.readWebhook(delivery, secret));
    const news = told.filter((event) => event?.kind !== 'subscription.started' && event?.kind !== 'other');
    world.expectEqual(
      'told of',
      (await session.invoices(customerId)).map(({ id }) => `invoice.finalised ${id}`),
      news.map((event) => (event === null ? 'not signed' : `${event.kind} ${event.objectId}`)),
    );
  } finally {
    await receiver.close();
  }
}

describe('Nobody is told of what did not come about:', () => {
  check(
    'money that a bank said no to, or has not decided on',
    { topic: 'webhook', needs: ['price.flat', 'webhook', 'payment', 'payment.gateway'], tags },
    (world) =>
      expectNoNews(world, async ({ session, customerId }, key) => {
        const { id: invoiceId } = theFirst(await session.invoices(customerId), 'invoice');
        for (const behaviour of [
          'declines-soft',
          'declines-hard',
          'stays-pending',
          'stays-pending',
        ] as const) {
          await session.setPaymentMethod(customerId, { behaviour, collection: 'manual' });
          const { length } = await session.payments(customerId);
          await refusalOf(session.pay({ key: `${key}-${length}`, invoiceId, amount: eur('5.00') }));
        }
        const undecided = (await session.payments(customerId)).find(({ status }) => status === 'pending');
        const paymentId = theFirst(undecided === undefined ? [] : [undecided], 'undecided payment').id;
        await session.notifyPayment({ id: `${key}-no`, paymentId, outcome: 'declined' });
        const tooMuch = session.pay({ key: `${key}-too-much`, invoiceId, amount: eur('20.01') });
        world.expectRefused(await refusalOf(tooMuch), 'The target took more than was due.');
      }),
  );

  check(
    'bills that wait, bills that are only shown, and what is refused',
    {
      topic: 'webhook',
      needs: ['clock', 'price.flat', 'webhook', 'preview.invoice', 'invoice.draft', 'credit-note'],
      tags,
    },
    (world) =>
      expectNoNews(world, async ({ session, customerId }, key) => {
        const month = addDays(start, 31);
        await session.previewInvoice(customerId, month);
        const order = { customerId, start, quantity: '1', billing: 'anniversary' } as const;
        const unknown = session.subscribe({ key, ...order, plan: 'no-such-plan' });
        world.expectRefused(await refusalOf(unknown), 'The target sold a plan that there is not.');
        const { id: invoiceId } = theFirst(await session.invoices(customerId), 'invoice');
        const part = { kind: 'lines', lines: [{ line: 0, net: eur('20.01') }] } as const;
        const tooMuch = session.creditNote({ key: `${key}-note`, invoiceId, part, reason: 'goodwill' });
        world.expectRefused(await refusalOf(tooMuch), 'The target credited more than was charged.');
        await session.reviewInvoices(customerId, { kind: 'by-hand' });
        await session.advanceTo(addDays(month, 3));
        world.expectEqual('bills that wait', 1, (await session.drafts(customerId)).length);
      }),
  );
});
