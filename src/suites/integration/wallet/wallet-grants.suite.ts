import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { moneyAmount, parseMoney } from '../../../model/money.ts';
import { expectedGrants } from '../../../oracle/credit/expected-grants.ts';
import { check } from '../../../scenario/check.ts';
import { drawnGrants } from '../../../scenario/drawn/drawn-grants.ts';
import {
  expectWallet,
  expectWalletBooks,
  openFilledWallet,
  prepaidContract,
} from '../../../scenario/situations/wallet-account.ts';

describe('Prepaid grants with an end of their own', () => {
  for (const round of [1, 2, 3])
    check(
      `are used as they end, the first to end first, and only what is left of one lapses: drawn ${round}`,
      {
        topic: 'credit',
        needs: ['clock', 'price.flat', 'wallet'],
        tags: ['@credit', '@generated', '@risk-high'],
      },
      async (world) => {
        const contract = await prepaidContract(world, ['100.00']);
        const { session, customerId } = contract;
        const grants = drawnGrants(world.seed * 10 + round);
        for (const { name, amount, expires } of grants)
          await openFilledWallet(world, contract, { name, credits: moneyAmount(amount), expires });
        const lastDay = localDate('2026-04-05');
        await session.advanceTo(lastDay);
        // The first invoice is older than any grant.
        const [, ...bills] = await session.invoices(customerId);
        world.expectEqual('bills after the grants', 3, bills.length);
        const price = parseMoney('100.00', 'EUR');
        const expected = expectedGrants(
          grants,
          bills.map(({ issueDate: day }) => ({ day, amount: price })),
          lastDay,
        );
        const given = grants.map(
          ({ name, amount, expires }) =>
            `${name} EUR ${moneyAmount(amount)} until before ${expires ?? 'never'}`,
        );
        const because = `Given in this order: ${given.join('; ')}.`;
        for (const [index, bill] of bills.entries())
          world.expectMoney({
            measure: 'left to pay beside the grants',
            expected: expected.dues[index] ?? price,
            actual: bill.due,
            nature: 'charge',
            customer: 'Acme',
            invoice: bill.number,
            explanation: because,
          });
        for (const { name, amount } of expected.left)
          await expectWallet(world, contract, { name, balance: amount, because });
        await expectWalletBooks(world, contract);
      },
    );
});
