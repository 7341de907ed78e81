import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { displayMoney, moneyOf } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { balanceOf } from '../../../scenario/situations/foreign-customer.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { theFirst } from '../../../scenario/situations/refused-acts.ts';
import { planOfWays, waysStart, waysToAnInvoice } from '../../../scenario/situations/ways-to-an-invoice.ts';

/** What EUR 1.00 is worth in the books, in cents, from each of these days on. */
const rates = [
  ['2025-12-20', 110n],
  ['2026-01-05', 120n],
  ['2026-01-06', 130n],
  ['2026-01-07', 133n],
  ['2026-01-08', 135n],
  ['2026-01-10', 137n],
  ['2026-01-11', 138n],
  ['2026-01-31', 140n],
  ['2026-02-01', 150n],
  ['2026-02-04', 160n],
  ['2026-02-05', 170n],
  ['2026-02-11', 180n],
  ['2026-02-12', 190n],
] as const;

/** However an invoice comes to be, the books hold it at the rate of the day on which it does. */
describe('In books of another currency an invoice is worth what it is on the day of its making:', () => {
  for (const way of waysToAnInvoice)
    check(
      `one ${way.title}`,
      {
        topic: 'ledger',
        needs: ['clock', 'price.flat', 'payment', 'ledger', 'legal-entity', 'exchange-rates', ...way.needs],
        tags: ['@close', '@edge', '@risk-high'],
      },
      async (world) => {
        const session = await world.target(waysStart);
        const entity = { key: 'us', name: 'Inc.', numberPrefix: 'US-', currency: 'USD' } as const;
        await session.createLegalEntity(entity);
        for (const [day, cents] of rates) {
          const rate = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
          const pair = { from: 'EUR', to: 'USD', source: 'ECB' } as const;
          await session.setExchangeRate({ ...pair, rate, effectiveFrom: localDate(day) });
        }
        const plan = planOfWays(world);
        const contract = await openContract(world, { customer: 'Acme', plan, start: waysStart, session });
        const { customerId } = contract;
        await session.assignToEntity(customerId, entity.key);
        const before = new Set((await session.invoices(customerId)).map(({ id }) => id));
        await way.go(contract, world);
        const made = (await session.invoices(customerId)).filter(({ id }) => !before.has(id));
        const { id, total, number } = theFirst(made, 'new invoice');
        const cents = rates.findLast(([day]) => day <= way.on)?.[1] ?? 0n;
        const values = (await session.bookValues(customerId)).filter(({ invoiceId }) => invoiceId === id);
        world.expectMoney({
          measure: `what ${number} is worth in the books`,
          expected: moneyOf((total.amountMinor * cents) / 100n, 'USD'),
          actual: balanceOf(values, 'receivables'),
          nature: 'books',
          invoice: number,
          explanation: `${displayMoney(total)} on ${way.on}, when EUR 1.00 was worth ${cents} cents.`,
        });
      },
    );
});
