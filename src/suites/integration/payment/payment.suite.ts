import { describe } from 'vitest';
import type { Payment } from '../../../model/billing/payment.ts';
import { localDate } from '../../../model/date.ts';
import { type Money, moneyOf, sumMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['price.flat', 'payment'] as const;
const start = localDate('2026-01-01');

async function firstInvoiceId({ session, customerId }: OpenContract): Promise<string> {
  return (await session.invoices(customerId))[0]?.id ?? 'no invoice';
}

/** What customers were asked for, all payments together: a repeat must not be among them. */
function expectTaken(world: World, payments: readonly Payment[], expected: Money): void {
  const taken = payments.filter(({ status }) => status === 'succeeded').map(({ amount }) => amount);
  world.expectMoney({
    measure: 'money taken',
    expected,
    actual: sumMoney(taken, expected.currency),
    nature: 'charge',
    customer: 'Acme',
    explanation: 'One payment was asked for; its repeats must take nothing more.',
  });
}

describe('A payment that is sent again', () => {
  check(
    'with the same key takes the money once',
    { topic: 'payment', needs, tags: ['@risk-high'] },
    async (world) => {
      const contract = await openContract(world, {
        customer: 'Acme',
        plan: monthlyPlan('basic', [fee('80.00')]),
        start,
      });
      const invoiceId = await firstInvoiceId(contract);
      const payment = { key: `${world.checkId}-pay`, invoiceId, amount: moneyOf(30_00n, 'EUR') };
      for (let repeat = 0; repeat < 3; repeat += 1) await contract.session.pay(payment);
      expectTaken(world, await contract.session.payments(contract.customerId), payment.amount);
      world.expectMoney({
        measure: 'due after the payment',
        expected: moneyOf(50_00n, 'EUR'),
        actual: (await contract.session.invoice(invoiceId)).due,
        nature: 'charge',
        customer: 'Acme',
        explanation: 'EUR 80.00 less one payment of EUR 30.00.',
      });
    },
  );

  check(
    'ten times at one instant takes the money once',
    { topic: 'payment', needs, tags: ['@risk-high'] },
    async (world) => {
      const contract = await openContract(world, {
        customer: 'Acme',
        plan: monthlyPlan('basic', [fee('80.00')]),
        start,
      });
      const invoiceId = await firstInvoiceId(contract);
      const payment = { key: `${world.checkId}-pay`, invoiceId, amount: moneyOf(8_00n, 'EUR') };
      const answers = await Promise.all(Array.from({ length: 10 }, () => contract.session.pay(payment)));
      world.expectEqual('payments answered', 1, new Set(answers.map(({ id }) => id)).size);
      expectTaken(world, await contract.session.payments(contract.customerId), payment.amount);
    },
  );

  check('with another key is another payment', { topic: 'payment', needs }, async (world) => {
    const contract = await openContract(world, {
      customer: 'Acme',
      plan: monthlyPlan('basic', [fee('80.00')]),
      start,
    });
    const invoiceId = await firstInvoiceId(contract);
    for (const part of ['one', 'two'])
      await contract.session.pay({
        key: `${world.checkId}-${part}`,
        invoiceId,
        amount: moneyOf(8_00n, 'EUR'),
      });
    expectTaken(world, await contract.session.payments(contract.customerId), moneyOf(16_00n, 'EUR'));
  });
});

describe('The amount that reaches the gateway', () => {
  const amounts = [
    {
      customer: 'Sakura',
      currency: 'JPY',
      price: '8000',
      minor: 8000n,
      words: 'JPY 8,000 is 8000, because the yen has no smaller coin',
    },
    { customer: 'Dhow', currency: 'KWD', price: '12.345', minor: 12345n, words: 'KWD 12.345 is 12345 fils' },
    { customer: 'Acme', currency: 'EUR', price: '80.05', minor: 8005n, words: 'EUR 80.05 is 8005 cents' },
  ] as const;
  for (const { customer, currency, price, minor, words } of amounts) {
    check(
      words,
      { topic: 'payment', needs: [...needs, 'payment.gateway'], tags: ['@risk-high'] },
      async (world) => {
        const plan = monthlyPlan('basic', [fee(price)], { currency });
        const contract = await openContract(world, { customer, plan, start });
        const invoiceId = await firstInvoiceId(contract);
        const amount = moneyOf(minor, currency);
        const payment = await contract.session.pay({ key: `${world.checkId}-pay`, invoiceId, amount });
        const asked = payment.gatewayAmountMinor;
        world.expectThat(asked !== null, 'The target does not show what it asked the gateway for.');
        world.expectMoney({
          measure: 'amount asked of the gateway',
          expected: amount,
          actual: moneyOf(asked ?? 0n, currency),
          nature: 'charge',
          customer,
          explanation: `The gateway takes minor units: ${words}.`,
        });
      },
    );
  }
});
