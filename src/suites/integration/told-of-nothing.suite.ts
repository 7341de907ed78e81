import { describe } from 'vitest';
import { localDate } from '../../model/date.ts';
import { type BillingSession, refusalOf } from '../../scenario/billing-session.ts';
import { type CheckOptions, check } from '../../scenario/check.ts';
import { fee, monthlyPlan } from '../../scenario/drawn/customer-history.ts';
import { type OpenContract, openContract } from '../../scenario/situations/open-contract.ts';
import { eur } from '../../scenario/situations/paying-customer.ts';
import { theFirst } from '../../scenario/situations/refused-acts.ts';
import { openWebhookReceiver } from '../../scenario/webhook-receiver.ts';

const start = localDate('2026-01-10');

interface NoNews {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  readonly act: (contract: OpenContract, key: string) => Promise<unknown>;
}

/** A card that answers so when the first invoice is paid with it. */
const payWith = async (
  { session, customerId }: OpenContract,
  key: string,
  behaviour: 'declines-soft' | 'declines-hard' | 'stays-pending',
): Promise<unknown> => {
  await session.setPaymentMethod(customerId, { behaviour, collection: 'manual' });
  const { id: invoiceId } = await firstOf(session, customerId);
  return refusalOf(session.pay({ key, invoiceId, amount: eur('20.00') }));
};

const firstOf = async (session: BillingSession, customerId: string) =>
  theFirst(await session.invoices(customerId), 'invoice');

/** What happens without an invoice, a void, a credit note or money that came. */
const stories: readonly NoNews[] = [
  ...(['declines-soft', 'declines-hard', 'stays-pending'] as const).map((behaviour) => ({
    what: `A payment with a card that ${behaviour.replace('-', ' ')}`,
    needs: ['payment', 'payment.gateway'] as const,
    act: (contract: OpenContract, key: string) => payWith(contract, key, behaviour),
  })),
  {
    what: 'A payment that is undecided, and then declined',
    needs: ['payment', 'payment.gateway'],
    act: async (contract, key) => {
      await payWith(contract, key, 'stays-pending');
      const { session, customerId } = contract;
      const { id: paymentId } = theFirst(await session.payments(customerId), 'payment');
      return session.notifyPayment({ id: `${key}-no`, paymentId, outcome: 'declined' });
    },
  },
  {
    what: 'A payment of more than is due',
    needs: ['payment'],
    act: async ({ session, customerId }, key) => {
      const { id: invoiceId } = await firstOf(session, customerId);
      return refusalOf(session.pay({ key, invoiceId, amount: eur('20.01') }));
    },
  },
  {
    what: 'A credit note of too much, and the void of no invoice',
    needs: ['invoice.void', 'credit-note'],
    act: async ({ session, customerId }, key) => {
      const { id: invoiceId } = await firstOf(session, customerId);
      const part = { kind: 'lines', lines: [{ line: 0, net: eur('20.01') }] } as const;
      await refusalOf(session.creditNote({ key, invoiceId, part, reason: 'goodwill' }));
      return refusalOf(session.voidInvoice(`${key}-void`, 'no-such-invoice'));
    },
  },
  {
    what: 'A bill that waits to be read',
    needs: ['clock', 'invoice.draft'],
    act: async ({ session, customerId }) => {
      await session.reviewInvoices(customerId, { kind: 'by-hand' });
      await session.advanceTo(localDate('2026-02-15'));
    },
  },
  {
    what: 'A bill that waits until all bills go on',
    needs: ['clock', 'invoice.hold'],
    act: async ({ session, customerId }) => {
      await session.holdInvoices(customerId);
      await session.advanceTo(localDate('2026-02-15'));
    },
  },
  {
    what: 'A look at the next invoice',
    needs: ['preview.invoice'],
    act: ({ session, customerId }) => session.previewInvoice(customerId, localDate('2026-02-10')),
  },
  {
    what: 'An order that is refused',
    needs: [],
    act: ({ session, customerId }, key) => {
      const order = { customerId, start, quantity: '1', billing: 'anniversary' } as const;
      return refusalOf(session.subscribe({ key, ...order, plan: 'no-such-plan' }));
    },
  },
];

describe('Nobody is told of what did not come about:', () => {
  for (const { what, needs, act } of stories)
    check(
      what,
      { topic: 'webhook', needs: ['price.flat', 'webhook', ...needs], tags: ['@edge', '@risk-high'] },
      async (world) => {
        const receiver = await openWebhookReceiver();
        try {
          const plan = monthlyPlan('basic', [fee('20.00')]);
          const contract = await openContract(world, { customer: 'Acme', plan, start });
          const { session } = contract;
          const secret = await session.registerWebhook(receiver.url);
          await act(contract, `${world.checkId}-act`);
          // Events come in order: with this one here, none of before is on its way.
          const key = `${world.checkId}-news`;
          const who = { name: 'Kim', country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' } as const;
          const { id: customerId } = await session.createCustomer({ key: `${key}-customer`, ...who });
          const order = { customerId, plan: plan.plan, quantity: '1', billing: 'anniversary' } as const;
          await session.subscribe({ key, ...order, start: await session.today() });
          const news = (await session.invoices(customerId)).map(({ id }) => id);
          await receiver.arrived(2);
          const told = receiver.deliveries.map((delivery) => session.readWebhook(delivery, secret));
          const documents = told.filter((event) => event?.kind !== 'subscription.started');
          world.expectEqual(
            'told of beside a start',
            news,
            documents.filter((event) => event?.kind !== 'other').map((event) => event?.objectId),
          );
        } finally {
          await receiver.close();
        }
      },
    );
});
