import { describe } from 'vitest';
import { moneyOf, negateMoney, sumMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { debtor, eur } from '../../../scenario/situations/paying-customer.ts';

const needs = ['price.flat', 'payment', 'payment.receive', 'balance', 'ledger'] as const;

describe('Money beyond what is owed', () => {
  for (const more of ['0.01', '999.99', '1000.00', '45000.45', '98765432.10'])
    check(
      `is the customer's to the cent, on his balance and in the books: EUR ${more} too much`,
      { topic: 'payment', needs, tags: ['@edge', '@risk-high'] },
      async (world) => {
        const { session, customerId } = await debtor(world, '100.00');
        const amount = moneyOf(eur('100.00').amountMinor + eur(more).amountMinor, 'EUR');
        await session.receive({ key: `${world.checkId}-in`, customerId, amount, invoiceIds: null });
        const entries = (await session.ledger(customerId)).filter(
          ({ account }) => account === 'customer-credit',
        );
        const question = {
          expected: eur(more),
          nature: 'credit',
          customer: 'Acme',
          explanation: `EUR 100.00 were owed, and EUR ${more} more came.`,
        } as const;
        world.expectMoney({
          ...question,
          measure: 'balance',
          actual: (await session.balance(customerId)).amount,
        });
        world.expectMoney({
          ...question,
          measure: 'owed to the customer, in the books',
          actual: sumMoney(
            entries.map(({ side, amount: value }) => (side === 'credit' ? value : negateMoney(value))),
            'EUR',
          ),
        });
      },
    );
});
