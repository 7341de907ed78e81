import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { parseMoney, sumMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectBalance, expectSettled, nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-01');
const needs = ['clock', 'price.flat', 'payment', 'invoice.void', 'invoice.void-paid', 'balance'] as const;
const eur = (amount: string) => parseMoney(amount, 'EUR');

/** A customer whose first invoice of EUR 50.00 was paid and then voided: EUR 50.00 to his credit. */
async function withFifty(world: World): Promise<OpenContract> {
  const plan = monthlyPlan('basic', [fee('50.00')]);
  const contract = await openContract(world, { customer: 'Acme', plan, start });
  const { id: invoiceId } = await nthInvoice(contract, 1);
  await contract.session.pay({ key: `${world.checkId}-pay`, invoiceId, amount: eur('50.00') });
  await contract.session.voidInvoice(`${world.checkId}-void`, invoiceId);
  return contract;
}

describe("A customer's balance", () => {
  check(
    'is used once when several invoices are made at one instant',
    { topic: 'credit', needs, tags: ['@credit', '@risk-high'] },
    async (world) => {
      const contract = await withFifty(world);
      const { session, customerId } = contract;
      await session.publish(monthlyPlan('extra', [fee('30.00')]));
      const order = (index: number) =>
        session.subscribe({
          key: `${world.checkId}-extra-${index}`,
          customerId,
          plan: 'extra',
          start,
          quantity: '1',
          billing: 'anniversary',
        });
      await Promise.all([1, 2, 3, 4].map(order));
      const invoices = (await session.invoices(customerId)).filter(({ status }) => status === 'finalised');
      const sum = (part: 'credited' | 'due') =>
        sumMoney(
          invoices.map((invoice) => invoice[part]),
          'EUR',
        );
      const explanation = 'Four invoices of EUR 30.00 share EUR 50.00 of credit: EUR 70.00 is left to pay.';
      const money = { customer: 'Acme', explanation } as const;
      world.expectMoney({
        ...money,
        measure: 'credit used',
        expected: eur('50.00'),
        actual: sum('credited'),
        nature: 'credit',
      });
      world.expectMoney({
        ...money,
        measure: 'left to pay',
        expected: eur('70.00'),
        actual: sum('due'),
        nature: 'charge',
      });
      await expectBalance(world, contract, { amount: eur('0.00'), because: explanation });
    },
  );

  check(
    'is never used beyond what an invoice asks for, and the rest waits for the next ones',
    { topic: 'credit', needs, tags: ['@credit'] },
    async (world) => {
      const contract = await withFifty(world);
      const { session, customerId } = contract;
      await session.publish(monthlyPlan('small', [fee('19.99')]));
      await session.subscribe({
        key: `${world.checkId}-small`,
        customerId,
        plan: 'small',
        start,
        quantity: '1',
        billing: 'anniversary',
      });
      const small = await nthInvoice(contract, 2);
      const because = 'EUR 19.99 of EUR 50.00 is enough for the invoice.';
      expectSettled(world, small, { credited: '19.99', due: '0.00', because });
      await expectBalance(world, contract, { amount: eur('30.01'), because });
      await session.advanceTo(localDate('2026-02-01'));
      const next = await nthInvoice(contract, 3);
      // Both subscriptions: 50.00 + 19.99 = 69.99, less the EUR 30.01 that were left.
      const rest = 'EUR 69.99 less the EUR 30.01 that were left.';
      expectSettled(world, next, { credited: '30.01', due: '39.98', because: rest });
      await expectBalance(world, contract, { amount: eur('0.00'), because: rest });
    },
  );

  check(
    'is announced with the next invoice as it will be used',
    { topic: 'preview', needs: [...needs, 'preview.invoice'], tags: ['@credit'] },
    async (world) => {
      const contract = await withFifty(world);
      const { session, customerId } = contract;
      const february = localDate('2026-02-01');
      const announced = await session.previewInvoice(customerId, february);
      const because = 'The invoice of EUR 50.00 will be settled by EUR 50.00 of credit.';
      if (announced === null) world.expectThat(false, 'Found no announced invoice, expected one.');
      else expectSettled(world, announced, { credited: '50.00', due: '0.00', because });
      await expectBalance(world, contract, {
        amount: eur('50.00'),
        because: 'An announcement uses nothing.',
      });
      await session.advanceTo(february);
      expectSettled(world, await nthInvoice(contract, 2), { credited: '50.00', due: '0.00', because });
    },
  );
});
