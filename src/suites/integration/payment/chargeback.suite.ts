import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { displayMoney, moneyOf } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { expectMoneyAgrees, movedAtGateway } from '../../../scenario/drawn/money-agreement.ts';
import { debtor, eur, now } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['price.flat', 'payment', 'payment.chargeback'] as const;
const topic = 'payment' as const;

/** An invoice of EUR 120.00 that was paid. */
async function paid(world: World) {
  const debt = await debtor(world, '120.00');
  const { session, invoice } = debt;
  const { id: paymentId } = await session.pay({
    key: `${world.checkId}-paid`,
    invoiceId: invoice.id,
    amount: eur('120.00'),
  });
  return { debt, news: { id: `${world.checkId}-back`, paymentId, outcome: 'charged-back' } as const };
}

/** The customer's bank took the money back. */
async function chargedBack(world: World) {
  const { debt, news } = await paid(world);
  await debt.session.notifyPayment(news);
  return { debt, news };
}

describe('Money that the bank took back', () => {
  check(
    'is owed again, however often the bank says so',
    { topic, needs, tags: ['@risk-high'] },
    async (world) => {
      const { debt, news } = await chargedBack(world);
      await debt.session.notifyPayment(news);
      world.expectEqual('left to pay', eur('120.00'), (await now(debt)).due);
      const [payment] = await debt.session.payments(debt.customerId);
      world.expectEqual('status of the payment', 'charged-back', payment?.status);
    },
  );

  check('can be paid once more, and only once', { topic, needs, tags: ['@risk-high'] }, async (world) => {
    const { debt } = await chargedBack(world);
    const { session, invoice } = debt;
    const amount = eur('120.00');
    await session.pay({ key: `${world.checkId}-again`, invoiceId: invoice.id, amount });
    await refusalOf(session.pay({ key: `${world.checkId}-third`, invoiceId: invoice.id, amount }));
    const { due, paid } = await now(debt);
    world.expectEqual('left to pay', eur('0.00'), due);
    world.expectEqual('paid', amount, paid);
  });

  check(
    'is not given back to the customer as well',
    { topic, needs: [...needs, 'payment.refund'], tags: ['@risk-high'] },
    async (world) => {
      const { debt, news } = await chargedBack(world);
      const refund = { key: `${world.checkId}-refund`, paymentId: news.paymentId, amount: eur('120.00') };
      world.expectRefused(
        await refusalOf(debt.session.refund(refund)),
        'The target gave back what the bank had taken back before, expected refusal.',
      );
      world.expectEqual('left to pay', eur('120.00'), (await now(debt)).due);
    },
  );

  check(
    'after a part of it was given back, leaves books, invoice and payment service of one mind',
    {
      topic,
      needs: [...needs, 'payment.gateway', 'payment.refund', 'ledger'],
      tags: ['@edge', '@risk-high', '@close'],
    },
    async (world) => {
      const { debt, news } = await paid(world);
      const { paymentId } = news;
      await debt.session.refund({ key: `${world.checkId}-refund`, paymentId, amount: eur('30.00') });
      await debt.session.notifyPayment(news);
      await expectMoneyAgrees(world, debt, await movedAtGateway(debt));
      const { due } = await now(debt);
      world.expectThat(due.amountMinor >= 120_00n, `Found ${displayMoney(due)} due, expected all at least.`);
    },
  );

  const voided = ['clock', 'balance', 'invoice.void', 'invoice.void-paid'] as const;

  check(
    'after the invoice was taken back, is not to his credit any more',
    { topic, needs: [...needs, ...voided], tags: ['@edge', '@risk-high'] },
    async (world) => {
      const { debt, news } = await paidAndVoid(world);
      await debt.session.notifyPayment(news);
      const { amount } = await debt.session.balance(debt.customerId);
      world.expectEqual('credit of the customer', eur('0.00'), amount);
      world.expectEqual('left to pay of what is void', eur('0.00'), (await now(debt)).due);
    },
  );

  check(
    'after it had paid the next invoice instead, is owed for that one',
    { topic, needs: [...needs, ...voided], tags: ['@edge', '@risk-high'] },
    async (world) => {
      const { debt, news } = await paidAndVoid(world);
      const { session, customerId } = debt;
      await session.advanceTo(localDate('2026-02-01'));
      await debt.session.notifyPayment(news);
      const invoices = await session.invoices(customerId);
      const open = invoices.reduce((sum, { due }) => sum + due.amountMinor, 0n);
      const { amount } = await session.balance(customerId);
      world.expectEqual(
        'owed in all, less his credit',
        eur('120.00'),
        moneyOf(open - amount.amountMinor, 'EUR'),
      );
    },
  );
});

/** His money is to his credit, until his bank takes it back. */
async function paidAndVoid(world: World) {
  const { debt, news } = await paid(world);
  await debt.session.voidInvoice(`${world.checkId}-void`, debt.invoice.id);
  return { debt, news };
}
