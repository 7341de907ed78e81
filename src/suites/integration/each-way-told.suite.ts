import { describe } from 'vitest';
import { addDays, instant, localDate } from '../../model/date.ts';
import { expectAllTold } from '../../scenario/announcements.ts';
import { type CheckOptions, check } from '../../scenario/check.ts';
import { fee, metered, monthlyPlan } from '../../scenario/drawn/customer-history.ts';
import { statement } from '../../scenario/situations/bank-street.ts';
import { dunningLevel } from '../../scenario/situations/late-payer.ts';
import { type OpenContract, openContract } from '../../scenario/situations/open-contract.ts';
import { eur } from '../../scenario/situations/paying-customer.ts';
import { openWebhookReceiver } from '../../scenario/webhook-receiver.ts';
import type { World } from '../../scenario/world.ts';

const start = localDate('2026-01-01');
const monthLater = localDate('2026-02-01');

interface Way {
  readonly title: string;
  readonly needs: CheckOptions['needs'];
  readonly go: (contract: OpenContract, world: World) => Promise<void>;
}

async function firstInvoice({ session, customerId }: OpenContract): Promise<string> {
  return (await session.invoices(customerId))[0]?.id ?? '';
}

const waysToAnInvoice: readonly Way[] = [
  {
    title: 'of usage that reaches a threshold',
    needs: ['usage', 'price.per-unit', 'usage.thresholds'],
    go: async ({ session, customerId, subscription }, world) => {
      await session.setThresholds(subscription.id, [eur('30.00')]);
      const at = instant('2026-01-01T12:00:00Z');
      const id = `${world.checkId}-calls`;
      await session.sendUsage([{ id, customerId, meter: 'calls', quantity: '40', at }]);
    },
  },
  {
    title: 'that somebody made final',
    needs: ['clock', 'invoice.draft'],
    go: async ({ session, customerId }, world) => {
      await session.reviewInvoices(customerId, { kind: 'by-hand' });
      await session.advanceTo(monthLater);
      for (const { id } of await session.drafts(customerId))
        await session.finalise(`${world.checkId}-final`, id);
    },
  },
  {
    title: 'that became final by itself',
    needs: ['clock', 'invoice.draft', 'invoice.draft-days'],
    go: async ({ session, customerId }) => {
      await session.reviewInvoices(customerId, { kind: 'days', days: 3 });
      await session.advanceTo(addDays(monthLater, 10));
    },
  },
  {
    title: 'that waited for its release',
    needs: ['clock', 'invoice.hold'],
    go: async ({ session, customerId }) => {
      await session.holdInvoices(customerId);
      await session.advanceTo(addDays(monthLater, 10));
      await session.releaseInvoices(customerId);
    },
  },
  {
    title: 'that was charged by hand',
    needs: ['invoice.charge'],
    go: async ({ session, customerId }, world) => {
      const key = `${world.checkId}-charge`;
      await session.charge({ key, customerId, text: 'Training', amount: eur('12.00'), date: start });
    },
  },
  {
    title: 'in place of one that was taken back',
    needs: ['invoice.void', 'invoice.rebill'],
    go: async (contract, world) => {
      const invoiceId = await firstInvoice(contract);
      await contract.session.voidInvoice(`${world.checkId}-void`, invoiceId);
      await contract.session.rebill({ key: `${world.checkId}-again`, invoiceId, without: [] });
    },
  },
  {
    title: 'of what being late costs',
    needs: ['clock', 'dunning', 'dunning.charges'],
    go: async ({ session }) => {
      await session.setDunningPolicy({
        firstAttempt: 'issue-date',
        retryDays: [],
        ageFrom: 'issue-date',
        threshold: null,
        levels: [dunningLevel('reminder', 5, { fee: '5.00' })],
      });
      await session.advanceTo(addDays(start, 8));
    },
  },
];

const waysToMoney: readonly Way[] = [
  {
    title: 'by a transfer',
    needs: ['payment.receive'],
    go: async ({ session, customerId }, world) => {
      const key = `${world.checkId}-transfer`;
      await session.receive({ key, customerId, amount: eur('15.00'), invoiceIds: null });
    },
  },
  {
    title: 'by a line of the bank',
    needs: ['bank.files'],
    go: async ({ session, customerId }) => {
      const text = (await session.invoices(customerId))[0]?.number ?? '';
      await session.importStatement(statement({ reference: 'B-1', amount: '15.00', text }));
    },
  },
  {
    title: 'with news that come later',
    needs: ['payment.gateway'],
    go: async (contract, world) => {
      const { session, customerId } = contract;
      await session.setPaymentMethod(customerId, { behaviour: 'stays-pending', collection: 'manual' });
      const invoiceId = await firstInvoice(contract);
      const { id: paymentId } = await session.pay({
        key: `${world.checkId}-pay`,
        invoiceId,
        amount: eur('15.00'),
      });
      await session.notifyPayment({ id: `${world.checkId}-news`, paymentId, outcome: 'succeeded' });
    },
  },
  {
    title: 'from a card that is charged by itself',
    needs: ['clock', 'payment.gateway', 'payment.collect'],
    go: async ({ session, customerId }) => {
      await session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'automatic' });
      await session.advanceTo(addDays(start, 1));
    },
  },
];

/** Somebody listens from before the customer's first invoice. */
async function expectTold(world: World, way: Way): Promise<void> {
  const receiver = await openWebhookReceiver();
  try {
    const session = await world.target(start);
    const secret = await session.registerWebhook(receiver.url);
    const charges = world.can('usage') ? [metered('calls', { kind: 'per-unit', unit: '1.00' })] : [];
    const plan = monthlyPlan('basic', [fee('20.00'), ...charges]);
    const contract = await openContract(world, { customer: 'Acme', plan, start, session });
    const before = await happenings(contract);
    await way.go(contract, world);
    world.expectThat(
      (await happenings(contract)) > before,
      'There is neither an invoice nor a payment more than before: nothing to be told of.',
    );
    await expectAllTold(world, { session, customerId: contract.customerId, receiver, secret });
  } finally {
    await receiver.close();
  }
}

async function happenings({ session, customerId }: OpenContract): Promise<number> {
  const payments = (await session.payments(customerId)).filter(({ status }) => status === 'succeeded');
  return (await session.invoices(customerId)).length + payments.length;
}

describe('An invoice is told of once:', () => {
  for (const way of waysToAnInvoice)
    check(
      `one ${way.title}`,
      { topic: 'webhook', needs: ['price.flat', 'payment', 'webhook', ...way.needs], tags: ['@risk-high'] },
      (world) => expectTold(world, way),
    );
});

describe('Money that came is told of once:', () => {
  for (const way of waysToMoney)
    check(
      way.title,
      { topic: 'webhook', needs: ['price.flat', 'payment', 'webhook', ...way.needs], tags: ['@risk-high'] },
      (world) => expectTold(world, way),
    );
});
