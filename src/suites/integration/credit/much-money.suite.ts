import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { moneyAmount, moneyOf, parseMoney, sumMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { openFilledWallet, prepaidContract } from '../../../scenario/situations/wallet-account.ts';
import type { World } from '../../../scenario/world.ts';

/** More than a page, a list or a loop is made for by mistake; and two digits, of which the first is not the greater. */
const many = 12;
const counted = Array.from({ length: many }, (_, index) => index);
const start = localDate('2026-01-01');
const basic = monthlyPlan('basic', [fee('30.00')]);

/** Acme with twelve unpaid invoices of EUR 30.00. */
async function debts(world: World): Promise<OpenContract> {
  const contract = await openContract(world, { customer: 'Acme', plan: basic, start });
  await contract.session.advanceTo(localDate('2026-12-15'));
  return contract;
}

async function dues({ session, customerId }: OpenContract): Promise<readonly string[]> {
  return (await session.invoices(customerId)).map(({ due }) => moneyAmount(due));
}

describe('With much to pay, nothing is forgotten:', () => {
  check(
    'one transfer pays many invoices',
    { topic: 'payment', needs: ['clock', 'price.flat', 'payment', 'payment.receive'], tags: ['@edge'] },
    async (world) => {
      const contract = await debts(world);
      const { session, customerId } = contract;
      const amount = parseMoney('345.00', 'EUR');
      await session.receive({ key: `${world.checkId}-all`, customerId, amount, invoiceIds: null });
      const left = (await dues(contract)).toSorted();
      world.expectEqual('left of 12 times EUR 30.00', [...counted.slice(1).map(() => '0.00'), '15.00'], left);
    },
  );

  check(
    'many wallets pay one invoice, in their order, of which 2 comes before 10',
    { topic: 'credit', needs: ['clock', 'price.flat', 'wallet'], tags: ['@edge'] },
    async (world) => {
      const contract = await prepaidContract(world, ['23.50']);
      const { session, customerId } = contract;
      for (const index of counted)
        await openFilledWallet(world, contract, {
          name: `wallet ${index}`,
          credits: '2',
          priority: index + 1,
        });
      await session.advanceTo(localDate('2026-02-01'));
      const left = (await session.wallets(customerId))
        .filter(({ balance }) => balance.amountMinor !== 0n)
        .map(({ name, balance }) => `${name}: ${moneyAmount(balance)}`);
      world.expectEqual('wallets with something left of 12 times EUR 2.00', ['wallet 11: 0.50'], left);
    },
  );

  check(
    'many credit notes come to no more than their line',
    { topic: 'credit', needs: ['price.flat', 'credit-note'], tags: ['@edge'] },
    async (world) => {
      const contract = await openContract(world, { customer: 'Acme', plan: basic, start });
      const { session, customerId } = contract;
      const { id: invoiceId } = await nthInvoice(contract, 1);
      const credit = (index: number, amount: string) => {
        const net = parseMoney(amount, 'EUR');
        const part = { kind: 'lines', lines: [{ line: 0, net }] } as const;
        return session.creditNote({ key: `${world.checkId}-${index}`, invoiceId, part, reason: 'goodwill' });
      };
      for (const index of counted) await credit(index, '2.40');
      const answer = await refusalOf(credit(many, '1.21'));
      world.expectRefused(answer, 'EUR 1.21 were credited of a line of which EUR 1.20 were left.');
      await credit(many + 1, '1.20');
      world.expectEqual('what is left to pay', ['0.00'], await dues(contract));
      world.expectEqual('credit notes', many + 1, (await session.creditNotes(customerId)).length);
    },
  );

  check(
    'an amount of more than four thousand million cents is asked for, paid and kept as it is',
    { topic: 'payment', needs: ['price.flat', 'payment', 'payment.gateway'], tags: ['@edge', '@risk-high'] },
    async (world) => {
      const huge = parseMoney('43000000.01', 'EUR');
      const plan = monthlyPlan('huge', [fee(moneyAmount(huge))]);
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session, customerId } = contract;
      const { id: invoiceId, due } = await nthInvoice(contract, 1);
      const { gatewayAmountMinor } = await session.pay({
        key: `${world.checkId}-pay`,
        invoiceId,
        amount: due,
      });
      const [moved] = await session.gatewayMovements(customerId);
      for (const [measure, actual] of [
        ['due', due],
        ['asked of the payment service', moneyOf(gatewayAmountMinor ?? 0n, 'EUR')],
        ['moved by the payment service', moneyOf(moved?.amountMinor ?? 0n, 'EUR')],
      ] as const)
        world.expectMoney({
          measure,
          expected: huge,
          actual,
          nature: 'charge',
          customer: 'Acme',
          explanation: 'An amount has no greatest value.',
        });
      world.expectEqual('left to pay', ['0.00'], await dues(contract));
    },
  );

  check(
    'many months of one invoice are each earned',
    {
      topic: 'ledger',
      needs: ['price.flat', 'subscription.long-periods', 'revenue-schedule'],
      tags: ['@edge'],
    },
    async (world) => {
      const interval = { unit: 'year', count: 2 } as const;
      const plan = monthlyPlan('two-years', [fee('730.00')], { interval });
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { id } = await nthInvoice(contract, 1);
      const months = await contract.session.revenueSchedule(id);
      world.expectEqual('months', 24, months.length);
      world.expectMoney({
        measure: 'earned in two years',
        expected: parseMoney('730.00', 'EUR'),
        actual: sumMoney(
          months.map(({ revenue }) => revenue),
          'EUR',
        ),
        nature: 'books',
        customer: 'Acme',
        explanation: 'What was paid for two years is earned in two years.',
      });
    },
  );
});
