import { describe } from 'vitest';
import { addDays } from '../../../model/date.ts';
import { expectAllTold } from '../../../scenario/announcements.ts';
import { check } from '../../../scenario/check.ts';
import { statement } from '../../../scenario/situations/bank-street.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import {
  firstInvoiceId,
  planOfWays,
  type Way,
  waysStart,
  waysToAnInvoice,
} from '../../../scenario/situations/ways-to-an-invoice.ts';
import { openWebhookReceiver } from '../../../scenario/webhook-receiver.ts';
import type { World } from '../../../scenario/world.ts';

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
      const invoiceId = await firstInvoiceId(contract);
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
      await session.advanceTo(addDays(waysStart, 1));
    },
  },
];

/** Nothing is to be paid, and it is an invoice all the same. */
const forNothing: Way = {
  title: 'of nothing, since all of it is discounted',
  needs: ['clock', 'discount'],
  go: async ({ session, customerId }, world) => {
    await session.redeemDiscount(customerId, { code: world.checkId, kind: 'percent', percent: '100' });
    await session.advanceTo(addDays(waysStart, 32));
  },
};

/** Somebody listens from before the customer's first invoice. */
async function expectTold(world: World, way: Way): Promise<void> {
  const receiver = await openWebhookReceiver();
  try {
    const session = await world.target(waysStart);
    const secret = await session.registerWebhook(receiver.url);
    const plan = planOfWays(world);
    const contract = await openContract(world, { customer: 'Acme', plan, start: waysStart, session });
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
  for (const way of [...waysToAnInvoice, forNothing])
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
